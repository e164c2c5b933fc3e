using Sluice;

namespace Corpus.HandlerNestedLoopsWithFlag;

public sealed record LogPage(IReadOnlyList<LogLine> Lines, int Next, bool IsLast);

public sealed record LogLine(int Number, string Account, char Kind, string? Name);

public interface ISecurityLog
{
    int LastNumber();

    LogPage Read(int after, int count);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Profile([Uid] string Account, [Name] string Name);

/// <summary>A port of an old connector, loops and flags included.</summary>
[Connector("corpus-handler-nested-loops")]
public sealed partial class SecurityLogConnector(ISecurityLog log)
{
    private const int Count = 200;

    [LatestSyncToken<Profile>]
    public int? Latest() => log.LastNumber();

    [Sync<Profile>]
    public void Sync(int? after, ISyncTokenResultsHandler<Profile> handler)
    {
        var position = after ?? 0;
        var goOn = true;
        LogPage page;
        do
        {
            page = log.Read(position, Count);
            for (var i = 0; goOn && i < page.Lines.Count; i++)
            {
                var line = page.Lines[i];
                if (line.Kind == '#')
                    continue;
                goOn = handler.Handle(line.Kind == 'D'
                    ? SyncDelta.Delete<Profile>(line.Number, line.Account)
                    : SyncDelta.CreateOrUpdate(line.Number, new Profile(line.Account, line.Name ?? line.Account)));
            }

            position = page.Next;
        }
        while (goOn && !page.IsLast);

        if (goOn)
            handler.HandleResult(position);
    }
}
