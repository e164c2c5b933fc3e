using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>A connector with several classes, and code of a host around its facade.</summary>
internal static class Hosts
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;


        """;

    /// <summary>Serves accounts (sync, latest token, pages), groups (search only) and "device" (sync, latest token, delete).</summary>
    public const string Connector = Usings + """
        [ObjectClass(ObjectClasses.Account)]
        public sealed partial record Person([Uid] string Id, [Name] string Login);

        [Connector("hr")]
        public sealed partial class HrConnector
        {
            [LatestSyncToken<Person>] public ValueTask<long?> LatestAsync() => throw new NotSupportedException();
            [Sync<Person>] public IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after) => throw new NotSupportedException();
            [Search<Person>] public SearchPage<Person> Pages(Filter? filter) => throw new NotSupportedException();
            [Search("__GROUP__")] public IEnumerable<ConnectorObject> Groups(Filter? filter) => throw new NotSupportedException();
            [LatestSyncToken("device")] public long? LatestDevice() => null;
            [Sync("device")] public IEnumerable<SyncDelta> SyncDevices(long? after) => throw new NotSupportedException();
            [Delete("device")] public void DeleteDevice(string uid) => throw new NotSupportedException();
        }

        [Connector("open")]
        public sealed partial class OpenConnector
        {
            [ObjectClassSource] public IReadOnlyList<ObjectClassInfo> Classes() => throw new NotSupportedException();
            [Search] public IEnumerable<ConnectorObject> Find(ObjectClass objectClass, Filter? filter) => throw new NotSupportedException();
            [Search("fixed")] public IEnumerable<ConnectorObject> FindFixed(Filter? filter) => throw new NotSupportedException();
        }
        """;

    /// <summary>A method of a host, with a facade of the connector and a handler at hand.</summary>
    public static Sources Method(string body, string members = "", string parameters = "HrConnector.Facade facade, IAsyncSyncHandler handler, ISyncHandler taker") =>
    [
        ("Host.cs", Usings + $$"""
            public static class Host
            {
            {{members}}
                public static async Task RunAsync({{parameters}})
                {
                    await Task.Yield();
                    {{body}}
                }
            }
            """),
        ("Connector.cs", Connector),
    ];

    /// <summary>A whole type of a host.</summary>
    public static Sources Type(string type) => [("Host.cs", Usings + type), ("Connector.cs", Connector)];
}
