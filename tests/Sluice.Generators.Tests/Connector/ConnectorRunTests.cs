using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

public sealed class ConnectorRunTests
{
    [Test]
    public async Task TheGoldenConnectorRuns()
    {
        using var emitted = GeneratorRun.Of(Sources.Of(Showcases.Hr, """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Demo;
            using Sluice;

            public static class Scenario
            {
                public static async Task<string> Run()
                {
                    var seen = new List<string>();
                    await using var facade = HrConnector.CreateFacade(new HrConfiguration());
                    await facade.TestConnectionAsync();
                    foreach (var objectClass in facade.ObjectClasses)
                    {
                        var run = new SyncRun(objectClass, SyncPosition.Beginning);
                        await facade.SyncAsync(run, SyncHandler.FromAsync((delta, _) =>
                        {
                            seen.Add($"{delta.ObjectClass} {delta.Type} {delta.Uid}");
                            return new(SyncAnswer.Continue);
                        }));
                        seen.Add($"{run.Position} latest {await facade.GetLatestSyncTokenAsync(objectClass)}");
                    }

                    seen.Add($"{await facade.Person.CreateAsync(new Person("x", "created", null, false))}");
                    return string.Join("\n", seen);
                }
            }
            """), ConnectorProject.Nullable).Emit();

        Assert.That(await emitted.RunAsync(), Is.EqualTo("""
            __ACCOUNT__ CreateOrUpdate 1
            __ACCOUNT__ Delete 2
            __ACCOUNT__ CreateOrUpdate 3
            after:int64:3 latest after:int64:3
            __GROUP__ Create 7
            after:int64:9 latest beginning
            device Delete 1
            after:int64:1 latest beginning
            printer Delete 1
            after:int64:1 latest beginning
            created
            """));
    }
}
