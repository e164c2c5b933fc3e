namespace Sluice.Generators.Model;

/// <summary>How a method delivers.</summary>
internal enum OperationShape
{
    /// <summary>It answers one value, or none.</summary>
    Value,

    /// <summary>It yields, asynchronously.</summary>
    AsyncIterator,

    /// <summary>It yields.</summary>
    Iterator,

    /// <summary>It calls an asynchronous handler.</summary>
    AsyncHandler,

    /// <summary>It calls a handler.</summary>
    Handler,

    /// <summary>It answers a page.</summary>
    Page,
}
