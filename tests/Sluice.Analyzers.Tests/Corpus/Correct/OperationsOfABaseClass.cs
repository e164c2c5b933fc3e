using Sluice;

namespace Corpus.OperationsOfABaseClass;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IDirectory
{
    long? Newest();

    IEnumerable<SyncDelta<Person>> Read(long? after);

    bool IsReachable { get; }
}

/// <summary>What the connectors of this family have in common.</summary>
public abstract class DirectoryConnector(IDirectory directory)
{
    [TestConnection]
    public virtual void Ping()
    {
        if (!directory.IsReachable)
            throw new ConnectionFailedException("The directory does not answer.");
    }

    [LatestSyncToken<Person>]
    public long? Latest() => directory.Newest();
}

/// <summary>A base class that is no abstract one.</summary>
internal class ReadingConnector(IDirectory directory) : DirectoryConnector(directory)
{
    private readonly IDirectory _directory = directory;

    [Sync<Person>]
    public IEnumerable<SyncDelta<Person>> Sync(long? after) => _directory.Read(after);
}

[Connector("operations-of-a-base-class")]
internal sealed partial class CloudConnector(IDirectory directory) : ReadingConnector(directory);

[Connector("operations-of-a-base-class-local")]
internal sealed partial class LocalConnector(IDirectory directory) : ReadingConnector(directory)
{
    public override void Ping() => Console.WriteLine("It is here.");
}
