using Sluice.Runtime;

namespace Sluice.Tests.Runtime.Scripted;

/// <summary>A facade like a generated one, whose operations are given by the test.</summary>
internal sealed class TestFacade : ConnectorFacade
{
    private readonly object _connector;
    private readonly IReadOnlyList<ObjectClassInfo>? _discovered;

    public TestFacade(FacadeSettings? settings, params Func<ConnectorFacade, ObjectClassOperations>[] classes)
        : this(settings, new object(), null, classes)
    {
    }

    public TestFacade(FacadeSettings? settings, object connector, IReadOnlyList<ObjectClassInfo>? discovered, params Func<ConnectorFacade, ObjectClassOperations>[] classes)
        : base(new ConnectorInfo("test", "Test"), settings)
    {
        _connector = connector;
        _discovered = discovered;
        var operations = classes.Select(one => one(this)).ToArray();
        Serve(operations);
        Operations = operations.FirstOrDefault()!;
        if (discovered is not null)
            ServeDiscovered();
    }

    public List<ConfigurationError> Errors { get; } = [];

    public int Created { get; private set; }

    public int Discoveries { get; private set; }

    public Func<ConnectorFacade, ObjectClassInfo, ObjectClassOperations>? Discovered { get; init; }

    public bool AnswersNull { get; init; }

    /// <summary>What a discovery waits for.</summary>
    public Task Discovering { get; init; } = Task.CompletedTask;

    public override IReadOnlyList<ConfigurationError> ValidateConfiguration() => Errors;

    /// <summary>The first class; of an annotated type it is the typed face, too.</summary>
    public ObjectClassOperations Operations { get; }

    protected override object CreateConnector()
    {
        Created++;
        return _connector;
    }

    protected override async ValueTask<IReadOnlyList<ObjectClassInfo>> DiscoverCoreAsync(CancellationToken cancellation)
    {
        Discoveries++;
        await Discovering.ConfigureAwait(false);
        return AnswersNull ? null! : _discovered!;
    }

    protected override ObjectClassOperations OperationsOf(ObjectClassInfo info) => Discovered!(this, info);
}
