namespace Sluice;

/// <summary>A connector does not offer an operation for an object class; the message names the classes that it does.</summary>
public sealed class UnsupportedObjectClassException : ConnectorException
{
    /// <summary>Reports an unsupported object class.</summary>
    /// <param name="requested">The class that was asked for.</param>
    /// <param name="supported">The classes that the operation supports.</param>
    /// <param name="operation">The operation.</param>
    public UnsupportedObjectClassException(ObjectClass requested, IReadOnlyList<ObjectClass> supported, string operation)
        : base(Describe(requested, supported, operation))
    {
        LawId = SyncLawIds.Slc101SupportedObjectClass;
        ObjectClass = requested;
        Supported = [.. supported];
        Operation = operation;
    }

    /// <summary>The classes that the operation supports.</summary>
    public IReadOnlyList<ObjectClass> Supported { get; }

    /// <summary>The operation.</summary>
    public string Operation { get; }

    private static string Describe(ObjectClass requested, IReadOnlyList<ObjectClass> supported, string operation)
    {
        ArgumentNullException.ThrowIfNull(requested);
        ArgumentNullException.ThrowIfNull(supported);
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        var known = supported.Count == 0 ? "no object class" : string.Join(", ", supported);
        return $"Object class '{requested}' is not supported by {operation}; it supports {known}.";
    }
}
