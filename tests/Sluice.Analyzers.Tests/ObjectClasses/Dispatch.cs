using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>Puts operations for several classes into a connector.</summary>
internal static class Dispatch
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;
        using Sluice;


        """;

    /// <summary>A connector with a source and these members.</summary>
    public static Sources Of(string members) =>
    [
        ("Connector.cs", Usings + $$"""
            [Connector("hr")]
            public sealed partial class Hr(ILogger<Hr> log)
            {
                private static readonly ObjectClass Device = new("device");
                private readonly Source _source = new();
                private ILogger Log => log;

            {{members}}
            }

            """),
        ("Source.cs", Usings + """
            public sealed class Source
            {
                public IReadOnlyList<SyncDelta> Read(string table, long? after) => throw new NotSupportedException();
                public IEnumerable<ConnectorObject> Find(string table) => throw new NotSupportedException();
                public ConnectorObject? Get(string table, Uid uid) => throw new NotSupportedException();
                public void Delete(string table, Uid uid) => throw new NotSupportedException();
                public void Open() => throw new NotSupportedException();
                public bool HasGroups => throw new NotSupportedException();
                public long Latest => throw new NotSupportedException();
            }
            """),
    ];

    /// <summary>A sync of accounts, groups and devices by an iterator, and its latest token.</summary>
    public static Sources Iterator(string body, string classes = "ObjectClasses.Account, ObjectClasses.Group, \"device\"", string members = "") => Of($$"""
            [LatestSyncToken({{classes}})]
            public long? Latest(ObjectClass objectClass) => null;

            [Sync({{classes}})]
            public IEnumerable<SyncDelta> Sync(ObjectClass objectClass, long? after)
            {{body}}
            {{members}}
        """);

    /// <summary>The same with a handler.</summary>
    public static Sources Handler(string body, string classes = "ObjectClasses.Account, ObjectClasses.Group, \"device\"", string members = "") => Of($$"""
            [LatestSyncToken({{classes}})]
            public long? Latest(ObjectClass objectClass) => null;

            [Sync({{classes}})]
            public void Sync(ObjectClass objectClass, long? after, ISyncTokenResultsHandler handler)
            {{body}}
            {{members}}
        """);
}
