using Sluice.Analyzers.Shape;
using Sluice.Analyzers.Tests.Shape;
using Sluice.CodeFixes;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>SLC004: the half that is missing is added, in the token type of the half that is there.</summary>
public sealed class AddPartnerOperationFixTests
{
    [Test]
    public async Task ALatestTokenForASync() => await Verify<ConnectorShapeAnalyzer, AddPartnerOperationFix>.Fixes(
        ConnectorSource.With("""
                // Reads the log.
                [Sync<Person>]
                public IAsyncEnumerable<SyncDelta<Person>> {|SLC004:SyncAsync|}(DateTimeOffset? after, CancellationToken cancellation) => throw new NotSupportedException();

                public void LatestPersonAsync() { }
            """),
        ConnectorSource.With("""
                // Reads the log.
                [Sync<Person>]
                public IAsyncEnumerable<SyncDelta<Person>> SyncAsync(DateTimeOffset? after, CancellationToken cancellation) => throw new NotSupportedException();

                [LatestSyncToken<Person>]
                public ValueTask<DateTimeOffset?> LatestPersonAsync2(CancellationToken cancellation) => throw new NotImplementedException();

                public void LatestPersonAsync() { }
            """));

    [Test]
    public async Task ASyncForALatestToken() => await Verify<ConnectorShapeAnalyzer, AddPartnerOperationFix>.Fixes(
        ConnectorSource.With("    [LatestSyncToken<Person>]\n    public string? {|SLC004:Latest|}() => null;"),
        ConnectorSource.With("""
                [LatestSyncToken<Person>]
                public string? Latest() => null;

                [Sync<Person>]
                public IEnumerable<SyncDelta<Person>> SyncPerson(string? after) => throw new NotImplementedException();
            """));

    [Test]
    public async Task ForUntypedClassesOneByOne() => await Verify<ConnectorShapeAnalyzer, AddPartnerOperationFix>.Fixes(
        ConnectorSource.With("    [Sync(\"device\", \"__GROUP__\")]\n    public Task<SyncPage> {|SLC004:{|SLC004:Sync|}|}(ObjectClass objectClass, byte[]? after, int pageSize) => throw new NotSupportedException();"),
        ConnectorSource.With("""
                [Sync("device", "__GROUP__")]
                public Task<SyncPage> Sync(ObjectClass objectClass, byte[]? after, int pageSize) => throw new NotSupportedException();

                [LatestSyncToken("__GROUP__")]
                public ValueTask<byte[]?> LatestGroupAsync(ObjectClass objectClass, CancellationToken cancellation) => throw new NotImplementedException();

                [LatestSyncToken("device")]
                public ValueTask<byte[]?> LatestDeviceAsync(ObjectClass objectClass, CancellationToken cancellation) => throw new NotImplementedException();
            """));

    [Test]
    public async Task WithATokenTypeOfTheConnectorAndWithoutUsings() => await Verify<ConnectorShapeAnalyzer, AddPartnerOperationFix>.Fixes(
        """
        [Sluice.Connector("hr")]
        partial class Hr
        {
            [Sluice.Sync<Model.Person>]
            System.Collections.Generic.IEnumerable<Sluice.SyncDelta<Model.Person>> {|SLC004:Sync|}(Model.Cursor? after) => [];
        }

        static partial class Model
        {
            [Sluice.ObjectClass("person")]
            public partial record Person([Sluice.Uid, Sluice.Name] string Id);

            public sealed record Cursor(long Value) : Sluice.ISyncTokenCodec<Cursor>
            {
                public static string Encode(Cursor value) => "";
                public static Cursor Decode(string text) => new(0);
            }
        }
        """,
        """
        [Sluice.Connector("hr")]
        partial class Hr
        {
            [Sluice.Sync<Model.Person>]
            System.Collections.Generic.IEnumerable<Sluice.SyncDelta<Model.Person>> Sync(Model.Cursor? after) => [];

            [Sluice.LatestSyncToken<Model.Person>]
            public Model.Cursor? LatestPerson() => throw new System.NotImplementedException();
        }

        static partial class Model
        {
            [Sluice.ObjectClass("person")]
            public partial record Person([Sluice.Uid, Sluice.Name] string Id);

            public sealed record Cursor(long Value) : Sluice.ISyncTokenCodec<Cursor>
            {
                public static string Encode(Cursor value) => "";
                public static Cursor Decode(string text) => new(0);
            }
        }
        """);
}
