using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Facade;

/// <summary>What a facade refuses before it touches the connector, and how it comes to the connector.</summary>
internal sealed class ConnectorFacadeTests
{
    private static readonly ISyncHandler Handler = SyncHandler.From(_ => SyncAnswer.Continue);
    private static readonly IAsyncSyncHandler AsyncHandler = SyncHandler.FromAsync((_, _) => new(SyncAnswer.Continue));
    private static readonly OperationOptions Invalid = new() { PageSize = -1 };

    private static TestFacade Facade() => new(null, one => new TypedClass(one, session => session.Drained(), null, latest: () => 1L), one => new UntypedClass(one, ObjectClass.Group, null, session =>
    {
        session.Drained();
        return default;
    }));

    private static SyncRun Run(ObjectClass objectClass) => new(objectClass, SyncPosition.Beginning);

    [Test]
    public void Null_and_invalid_arguments_are_refused_before_the_connector_is_made()
    {
        var facade = Facade();
        var typed = (IObjectClassFacade<Account>)facade.Operations;
        var patch = ObjectPatch.Build().Set("mail", "a@example.org").Build();
        using var password = GuardedString.FromString("p");
        (string Parameter, Func<ValueTask> Call)[] calls =
        [
            ("run", async () => await facade.SyncAsync(null!, AsyncHandler)),
            ("handler", async () => await facade.SyncAsync(Run(ObjectClass.Account), (IAsyncSyncHandler)null!)),
            ("run", () => Do(() => facade.Sync(null!, Handler))),
            ("handler", () => Do(() => facade.Sync(Run(ObjectClass.Account), null!))),
            ("handler", async () => await typed.SyncAsync(Run(ObjectClass.Account), null!)),
            ("run", async () => await typed.SyncAsync(null!, SyncHandler.FromAsync<Account>((_, _) => new(SyncAnswer.Continue)))),
            ("handler", () => Do(() => typed.Sync(Run(ObjectClass.Account), null!))),
            ("run", () => Do(() => typed.Sync(Run(ObjectClass.Group), SyncHandler.From<Account>(_ => SyncAnswer.Continue)))),
            ("objectClass", async () => await facade.GetLatestSyncTokenAsync(null!)),
            ("objectClass", () => Do(() => facade.Supports(null!))),
            ("objectClass", () => Do(() => facade.SearchAsync(null!))),
            ("objectClass", async () => await facade.SearchPageAsync(null!)),
            ("objectClass", async () => await facade.GetAsync(null!, "u")),
            ("uid", async () => await facade.GetAsync(ObjectClass.Account, default)),
            ("attributes", async () => await facade.CreateAsync(ObjectClass.Account, null!)),
            ("patch", async () => await facade.UpdateAsync(ObjectClass.Account, "u", null!)),
            ("uid", async () => await facade.UpdateAsync(ObjectClass.Account, default, patch)),
            ("uid", async () => await facade.DeleteAsync(ObjectClass.Account, default)),
            ("userName", async () => await facade.AuthenticateAsync(ObjectClass.Account, "", password)),
            ("password", async () => await facade.AuthenticateAsync(ObjectClass.Account, "ada", null!)),
            ("userName", async () => await facade.ResolveUserNameAsync(ObjectClass.Account, null!)),
        ];
        Assert.Multiple(async () =>
        {
            foreach (var (parameter, call) in calls)
                Assert.That((await Assert.CatchAsync<ArgumentException>(async () => await call()))!.ParamName, Is.EqualTo(parameter));
            await Assert.CatchAsync<ArgumentException>(async () => await facade.GetLatestSyncTokenAsync(ObjectClass.Account, Invalid));
            Assert.Catch<ArgumentException>(() => facade.SearchAsync(ObjectClass.Account, options: Invalid));
            Assert.Catch<ArgumentException>(() => _ = new SyncRun(ObjectClass.Account, SyncPosition.Beginning, Invalid));
            Assert.Catch<ArgumentException>(() => _ = new SyncRun(ObjectClass.Account, SyncPosition.None));
        });
        Assert.That(facade.Created, Is.Zero);

        static ValueTask Do(Action action)
        {
            action();
            return default;
        }
    }

    [Test]
    public async Task A_class_or_an_operation_that_is_not_served_is_refused_naming_what_is()
    {
        var facade = Facade();
        facade.Errors.Add(new ConfigurationError("Server", "is missing"));
        var unknown = ObjectClass.Of("printer");

        var sync = Assert.Throws<UnsupportedObjectClassException>(() => facade.Sync(Run(unknown), Handler))!;
        Assert.That((sync.LawId, sync.ObjectClass, sync.ConnectorName), Is.EqualTo(("SLC101", unknown, "test")));
        Assert.That(sync.Supported, Is.EqualTo(new[] { ObjectClass.Account }), "the group is asynchronous");
        var async = (await Assert.ThrowsAsync<UnsupportedObjectClassException>(async () => await facade.SyncAsync(Run(unknown), AsyncHandler)))!;
        Assert.That(async.Supported, Is.EqualTo(new[] { ObjectClass.Account, ObjectClass.Group }));
        Assert.That(async.Message, Does.Contain("printer").And.Contain("__ACCOUNT__, __GROUP__"));
        var latest = (await Assert.ThrowsAsync<UnsupportedObjectClassException>(async () => await facade.GetLatestSyncTokenAsync(ObjectClass.Group)))!;
        Assert.That(latest.Supported, Is.EqualTo(new[] { ObjectClass.Account }));
        Assert.Throws<UnsupportedObjectClassException>(() => facade.Sync(Run(ObjectClass.Group), Handler));
        await Assert.ThrowsAsync<UnsupportedObjectClassException>(async () => await facade.GetLatestSyncTokenAsync(ObjectClass.All));
        var missing = (await Assert.ThrowsAsync<UnsupportedConnectorOperationException>(async () => await facade.DeleteAsync(ObjectClass.Account, "u")))!;
        Assert.That(missing.Message, Does.Contain("Delete").And.Contain("Sync").And.Contain("LatestSyncToken"));
        Assert.Throws<UnsupportedConnectorOperationException>(() => facade.SearchAsync(ObjectClass.Account));
        await Assert.ThrowsAsync<UnsupportedConnectorOperationException>(async () => await facade.TestConnectionAsync());
        Assert.That(facade.Created, Is.Zero, "neither the configuration nor the connector was needed for that");
    }

    [Test]
    public async Task The_configuration_is_validated_before_the_first_operation_with_all_errors_at_once()
    {
        var facade = Facade();
        facade.Errors.AddRange([new ConfigurationError("Server", "is missing"), new ConfigurationError("PageSize", "is too large")]);

        var thrown = Assert.Throws<ConfigurationException>(() => facade.Sync(Run(ObjectClass.Account), Handler))!;
        Assert.That(thrown.Message, Does.Contain("Server").And.Contain("PageSize"));
        await Assert.ThrowsAsync<ConfigurationException>(async () => await facade.SyncAsync(Run(ObjectClass.All), AsyncHandler));
        await Assert.ThrowsAsync<ConfigurationException>(async () => await facade.GetLatestSyncTokenAsync(ObjectClass.Account));
        Assert.That(facade.Created, Is.Zero);

        facade.Errors.Clear();
        facade.Sync(Run(ObjectClass.Account), Handler);
        facade.Errors.Add(new ConfigurationError("Server", "was valid once"));
        facade.Sync(Run(ObjectClass.Account), Handler);
        Assert.That(facade.Created, Is.EqualTo(1));
    }

    [TestCase(null, ExpectedResult = "beginning")]
    [TestCase("int64:7", ExpectedResult = "after:int64:7")]
    [TestCase("text:", ExpectedResult = "SLC205")]
    [TestCase("default", ExpectedResult = "SLC205")]
    public async Task<string> The_latest_token_is_a_position(string? latest)
    {
        SyncToken? token = latest switch
        {
            null => default(SyncToken?),
            "default" => default(SyncToken),
            _ => SyncToken.Parse(latest),
        };
        var facade = new TestFacade(null, one => new TypedClass(one, session => session.Drained(), null, latest: () => token));
        try
        {
            return (await facade.GetLatestSyncTokenAsync(ObjectClass.Account)).ToString();
        }
        catch (SyncLawException exception)
        {
            return exception.LawId!;
        }
    }

    [Test]
    public async Task Classes_known_at_run_time_are_discovered_once()
    {
        var device = new ObjectClassInfo(ObjectClass.Of("device"), [new(AttributeNames.Name, AttributeType.String)]);
        var discovering = new TestFacade(null, new object(), [device, ObjectMapping.Of<Account>().Info], one => new TypedClass(one, session => session.Drained(), null))
        {
            Discovered = (facade, info) => new UntypedClass(facade, info.ObjectClass, session => session.Drained(), session =>
            {
                session.Drained();
                return default;
            }),
        };

        Assert.Throws<InvalidOperationException>(() => discovering.Sync(Run(device.ObjectClass), Handler), "a synchronous call cannot wait for the discovery");
        Assert.That((discovering.Discoveries, discovering.Supports(device.ObjectClass)), Is.EqualTo((0, ConnectorOperations.None)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => discovering.SyncAsync(Run(device.ObjectClass), AsyncHandler).AsTask()));
        Assert.That(discovering.Sync(Run(device.ObjectClass), Handler).Outcome, Is.EqualTo(SyncOutcome.Drained));
        Assert.That((await discovering.SyncAsync(Run(ObjectClass.All), AsyncHandler)).Outcome, Is.EqualTo(SyncOutcome.Drained));
        await Assert.ThrowsAsync<UnsupportedObjectClassException>(async () => await discovering.SyncAsync(Run(ObjectClass.Group), AsyncHandler));
        Assert.That(discovering.ObjectClasses, Is.EqualTo(new[] { ObjectClass.Account, device.ObjectClass }));
        Assert.That(discovering.Discoveries, Is.EqualTo(1));
    }

    [Test]
    public async Task A_class_that_is_discovered_twice_is_served_once()
    {
        var device = new ObjectClassInfo(new ObjectClass("device"), [new(AttributeNames.Name, AttributeType.String)]);
        var again = new ObjectClassInfo(new ObjectClass("DEVICE"), [new(AttributeNames.Name, AttributeType.String)]);
        var facade = Discovering([device, again]);

        var result = await facade.SyncAsync(Run(ObjectClass.All), AsyncHandler);

        Assert.That(facade.ObjectClasses, Is.EqualTo(new[] { device.ObjectClass }));
        Assert.That(result.Delivered, Is.EqualTo(1));
    }

    [Test]
    public async Task A_connector_that_discovers_null_is_told_so([Values] bool item)
    {
        var facade = item
            ? new TestFacade(null, new object(), [null!])
            : new TestFacade(null, new object(), []) { AnswersNull = true };
        var thrown = (await Assert.ThrowsAsync<SyncLawException>(async () => await facade.GetSchemaAsync()))!;
        Assert.That((thrown.LawId, thrown.ConnectorName), Is.EqualTo(("SLC409", "test")));
    }

    [Test]
    public async Task Everybody_who_waits_for_a_discovery_hears_that_the_facade_was_disposed()
    {
        var discovering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var device = new ObjectClassInfo(new ObjectClass("device"), [new(AttributeNames.Name, AttributeType.String)]);
        var facade = Discovering([device], discovering.Task);
        Task[] waiting =
        [
            facade.SyncAsync(Run(device.ObjectClass), AsyncHandler).AsTask(),
            facade.SyncAsync(Run(ObjectClass.All), AsyncHandler).AsTask(),
            facade.GetSchemaAsync().AsTask(),
            facade.GetLatestSyncTokenAsync(device.ObjectClass).AsTask(),
            facade.GetAsync(device.ObjectClass, "u").AsTask(),
        ];
        await facade.DisposeAsync();
        discovering.SetResult();

        Assert.Multiple(async () =>
        {
            foreach (var one in waiting)
                await Assert.ThrowsAsync<ObjectDisposedException>(() => one.WaitAsync(TimeSpan.FromSeconds(10)));
        });
    }

    private static TestFacade Discovering(IReadOnlyList<ObjectClassInfo> infos, Task? discovering = null) => new(null, new object(), infos)
    {
        Discovering = discovering ?? Task.CompletedTask,
        Discovered = (facade, info) => new UntypedClass(facade, info.ObjectClass, null, async session =>
        {
            await session.DeliverAsync(SyncDelta.Delete(1L, info.ObjectClass, "u"));
            session.Drained();
        }),
    };

    [Test]
    public async Task The_connector_is_disposed_with_its_facade_once()
    {
        var connector = new Disposable();
        var facade = new TestFacade(null, connector, null, one => new TypedClass(one, session => session.Drained(), null));
        facade.Sync(Run(ObjectClass.Account), Handler);
        await facade.DisposeAsync();
        await facade.DisposeAsync();

        Assert.That(connector.Disposed, Is.EqualTo(1));
        Assert.Throws<ObjectDisposedException>(() => facade.Sync(Run(ObjectClass.Account), Handler));

        var untouched = new Disposable();
        await new TestFacade(null, untouched, null, one => new TypedClass(one, session => session.Drained(), null)).DisposeAsync();
        Assert.That(untouched.Disposed, Is.Zero);
    }

    private sealed class Disposable : IAsyncDisposable
    {
        public int Disposed { get; private set; }

        public ValueTask DisposeAsync()
        {
            Disposed++;
            return default;
        }
    }
}
