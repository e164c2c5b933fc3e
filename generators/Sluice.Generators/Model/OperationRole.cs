namespace Sluice.Generators.Model;

/// <summary>What a parameter of a connector's method is given.</summary>
internal enum OperationRole
{
    /// <summary>The token to go on after.</summary>
    Token,

    /// <summary>The results handler.</summary>
    Handler,

    /// <summary>The size of a page.</summary>
    PageSize,

    /// <summary>The object class asked for.</summary>
    ObjectClass,

    /// <summary>The filter.</summary>
    Filter,

    /// <summary>The uid.</summary>
    Uid,

    /// <summary>The uid as text.</summary>
    UidText,

    /// <summary>The object to create.</summary>
    Object,

    /// <summary>The changes.</summary>
    Patch,

    /// <summary>The user name.</summary>
    UserName,

    /// <summary>The password.</summary>
    Password,

    /// <summary>The operation's options.</summary>
    Options,

    /// <summary>The cancellation.</summary>
    Cancellation,

    /// <summary>Its own default value.</summary>
    Constant,
}
