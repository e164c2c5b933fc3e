using Microsoft.Extensions.Logging;
using Sluice;

namespace Corpus.HostWithDependencyInjection;

public interface IPositionStore
{
    ValueTask<SyncPosition> LoadAsync(string connector, string objectClass, CancellationToken cancellation);

    ValueTask SaveAsync(string connector, string objectClass, SyncPosition position, CancellationToken cancellation);
}

public interface ITarget
{
    ValueTask<bool> ApplyAsync(SyncDelta delta, CancellationToken cancellation);
}

/// <summary>Somebody who uses facades and has no connector: the position is stored after everything was applied.</summary>
public sealed class Mirror(IPositionStore positions, ITarget target, ILogger<Mirror> logger)
{
    public async Task RunAsync(IConnectorFacade facade, CancellationToken cancellation)
    {
        foreach (var objectClass in facade.ObjectClasses)
        {
            if (!facade.Supports(objectClass, ConnectorOperations.Sync))
            {
                logger.LogInformation("{Connector} cannot sync {ObjectClass}.", facade.Info.Name, objectClass.Name);
                continue;
            }

            var from = await positions.LoadAsync(facade.Info.Name, objectClass.Name, cancellation);
            var handler = SyncHandler.FromBooleanAsync((delta, stop) => target.ApplyAsync(delta, stop));
            var result = await facade.SyncAsync(new SyncRun(objectClass, from), handler, cancellation);
            await positions.SaveAsync(facade.Info.Name, objectClass.Name, result.Position, cancellation);
            if (result.Outcome is SyncOutcome.Rejected)
                throw new InvalidOperationException($"{facade.Info.Name}: the target refused a change of {objectClass.Name}.");
        }
    }
}
