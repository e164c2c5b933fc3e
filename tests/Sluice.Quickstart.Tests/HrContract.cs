using Microsoft.Data.Sqlite;
using Quickstart;
using Sluice.TestKit;

namespace Sluice.Quickstart.Tests;

/// <summary>The HR connectors keep the sync laws, in each of their three shapes.</summary>
[TestFixtureSource(typeof(Shapes), nameof(Shapes.All))]
public sealed class HrContract(string shape) : ConnectorContract
{
    public static IEnumerable<ObjectClass> ObjectClasses => [ObjectClass.Account, ObjectClass.Group];

    protected override ContractSettings Settings => base.Settings with { Stories = 12, Budget = TimeSpan.FromSeconds(5) };

    protected override Task<IConnectorHarness> CreateAsync(CancellationToken cancellation) => Task.FromResult<IConnectorHarness>(new HrHarness(shape));
}

/// <summary>The HR database, written and read around its connectors.</summary>
internal sealed class HrHarness : IConnectorHarness, IWritesTogether, IOpensTypedFaces
{
    private readonly DataFolder _folder = new();
    private readonly string _shape;
    private readonly string _path;

    public HrHarness(string shape)
    {
        _shape = shape;
        _path = Path.Combine(_folder.Path, "hr.db");
        using var connection = SqliteFile.Open(_path, create: true);
        connection.UseWriteAheadLog();
        HrSchema.Create(connection);
    }

    public string SystemName => "SQLite " + Use(connection => (string)connection.Scalar("SELECT sqlite_version()")!);

    public ContractDeclarations Declarations => ContractDeclarations.None
        .NotApplicable(SyncLawIds.Slc907LateCommit, "SQLite has one writer at a time, and a number is taken inside its transaction.")
        .NotApplicable(SyncLawIds.Slc918ClockMayGoBack, "The change log counts; it looks at no clock.");

    public ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) => new(Shapes.Connect(_shape, _path, pageSize: 3));

    public TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass) => (facade, objectClass == ObjectClass.Account) switch
    {
        (HrConnector.Facade hr, true) => TypedFace.Of(hr.Person),
        (HrConnector.Facade hr, false) => TypedFace.Of(hr.Team),
        (HrHandlerConnector.Facade hr, true) => TypedFace.Of(hr.Person),
        (HrHandlerConnector.Facade hr, false) => TypedFace.Of(hr.Team),
        (HrPageConnector.Facade hr, true) => TypedFace.Of(hr.Person),
        (HrPageConnector.Facade hr, false) => TypedFace.Of(hr.Team),
        _ => null,
    };

    /// <summary>Members are people who exist; a team without any is a team too.</summary>
    public ObjectDraft Fit(ObjectDraft draft) => draft.ObjectClass == ObjectClass.Group ? draft.With(Team.Attributes.Members, Array.Empty<string>()) : draft;

    public ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => new(Use(connection => Insert(connection, draft)));

    public ValueTask<IReadOnlyList<Uid>> CreateTogetherAsync(IReadOnlyList<ObjectDraft> drafts, CancellationToken cancellation) => new(Use<IReadOnlyList<Uid>>(connection =>
    {
        using var transaction = connection.BeginTransaction();
        var uids = drafts.Select(draft => Insert(connection, draft)).ToList();
        transaction.Commit();
        return uids;
    }));

    public ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation) => new(Use(connection =>
    {
        connection.Execute(
            draft.ObjectClass == ObjectClass.Account
                ? "UPDATE person SET login = $name, display_name = $displayName, mail = $mail, department = $department, enabled = $enabled WHERE uid = $uid"
                : "UPDATE team SET title = $name, description = $description WHERE uid = $uid",
            Values(uid, draft));
        return uid;
    }));

    public ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
    {
        Use(connection => connection.Execute($"DELETE FROM {Table(objectClass)} WHERE uid = $uid", ("$uid", uid.Value)));
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) => new(Use<IReadOnlyList<ConnectorObject>>(connection =>
    {
        using var command = connection.Command($"SELECT * FROM {Table(objectClass)}");
        return [.. command.Rows().Select(row => objectClass == ObjectClass.Account
            ? ObjectMapping.Of<Person>().ToConnectorObject(new(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.GetBoolean(5)))
            : ObjectMapping.Of<Team>().ToConnectorObject(new(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), [])))];
    }));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Table(ObjectClass objectClass) => objectClass == ObjectClass.Account ? "person" : "team";

    private static Uid Insert(SqliteConnection connection, ObjectDraft draft)
    {
        connection.Execute(
            draft.ObjectClass == ObjectClass.Account
                ? "INSERT INTO person (uid, login, display_name, mail, department, enabled) VALUES ($uid, $name, $displayName, $mail, $department, $enabled)"
                : "INSERT INTO team (uid, title, description) VALUES ($uid, $name, $description)",
            Values(draft.Key, draft));
        return draft.Key;
    }

    private static (string Name, object? Value)[] Values(Uid uid, ObjectDraft draft) =>
    [
        ("$uid", uid.Value),
        ("$name", draft.Name.Value),
        .. draft.Attributes.Where(attribute => !attribute.IsMultiValued).Select(attribute => ("$" + (attribute.Name == AttributeNames.Enabled ? "enabled" : attribute.Name), attribute.Value)),
    ];

    private T Use<T>(Func<SqliteConnection, T> work)
    {
        using var connection = SqliteFile.Open(_path, create: false);
        return work(connection);
    }
}
