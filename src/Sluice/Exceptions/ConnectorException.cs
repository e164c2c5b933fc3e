namespace Sluice;

/// <summary>Something went wrong between a caller and a connected system; its subclasses say what. Never holds a secret.</summary>
/// <param name="message">What happened, and what can be done about it.</param>
/// <param name="innerException">What caused it.</param>
public class ConnectorException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    private readonly string? _helpLink;
    private string? _connectorName;
    private ObjectClass? _objectClass;

    /// <summary>The sync law that was violated (<c>SLC204</c>), if this is about one; see <see cref="SyncLaws"/>.</summary>
    public string? LawId
    {
        get;
        init
        {
            field = value;
            _helpLink = value is null ? null : SyncLaws.HelpLink(value);
        }
    }

    /// <summary>The connector's name, where it is known.</summary>
    public string? ConnectorName
    {
        get => _connectorName;
        init => _connectorName = value;
    }

    /// <summary>The object class of the operation, where it is known.</summary>
    public ObjectClass? ObjectClass
    {
        get => _objectClass;
        init => _objectClass = value;
    }

    /// <summary>The object that it happened at, where it is known.</summary>
    public Uid? Uid { get; init; }

    /// <summary>The sync token that it is about, where it is known.</summary>
    public SyncToken? Token { get; init; }

    /// <summary>Whether the same call may well succeed a little later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>A page about it: the law's, unless another was set.</summary>
    public override string? HelpLink
    {
        get => base.HelpLink ?? _helpLink;
        set => base.HelpLink = value;
    }

    /// <summary>Tells where it happened, where the connector that threw it did not.</summary>
    internal void AddContext(string connectorName, ObjectClass objectClass)
    {
        _connectorName ??= connectorName;
        _objectClass ??= objectClass;
    }
}
