namespace Sluice.Generators.Model;

/// <summary>What becomes of what a method answers.</summary>
internal enum OperationResult
{
    /// <summary>It fits, or converts by itself.</summary>
    AsIs,

    /// <summary>There is none.</summary>
    Nothing,

    /// <summary>There is none; the uid stays the one given.</summary>
    GivenUid,

    /// <summary>It is a token in a form that needs to be converted.</summary>
    Token,

    /// <summary>It is a struct, and so cannot be null.</summary>
    Struct,

    /// <summary>It is a sequence that is made asynchronous.</summary>
    Sequence,

    /// <summary>It is a page of the untyped kind.</summary>
    UntypedPage,
}
