using Sluice;

namespace Corpus.HandlerUntyped;

public sealed record Record(string Token, string Class, string Id, IReadOnlyDictionary<string, string> Values, bool Removed);

public interface IScriptEngine
{
    string? Newest(string objectClass);

    IEnumerable<Record> Run(string script, string objectClass, string? token);
}

/// <summary>A script delivers records of several classes; what is in them only the script knows.</summary>
[Connector("corpus-handler-untyped")]
public sealed partial class ScriptConnector(IScriptEngine engine)
{
    [LatestSyncToken("user", "machine")]
    public string? Latest(ObjectClass objectClass) => engine.Newest(objectClass.Name);

    [Sync("user", "machine")]
    public void Sync(ObjectClass objectClass, string? token, ISyncTokenResultsHandler handler, OperationOptions options)
    {
        var newest = engine.Newest(objectClass.Name);
        foreach (var record in engine.Run("sync", objectClass.Name, token))
        {
            if (!handler.Handle(ToDelta(objectClass, record, options.AttributesToGet)))
                return;
        }

        if (newest is not null)
            handler.HandleResult(newest);
        else if (token is not null)
            handler.HandleResult(token);
    }

    private static SyncDelta ToDelta(ObjectClass objectClass, Record record, IReadOnlyList<string>? wanted)
    {
        if (record.Removed)
            return SyncDelta.Delete(record.Token, objectClass, record.Id);
        var built = ConnectorObject.Build(objectClass, record.Id, record.Values.GetValueOrDefault("name", record.Id));
        foreach (var (name, value) in record.Values)
        {
            if (name != "name" && wanted?.Contains(name, StringComparer.OrdinalIgnoreCase) != false)
                built = built.Set(name, value);
        }

        return SyncDelta.CreateOrUpdate(record.Token, built.Build());
    }
}
