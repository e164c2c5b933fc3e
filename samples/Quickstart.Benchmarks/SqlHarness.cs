using Sluice;
using Sluice.Connectors.Sql;
using Sluice.TestKit;
using SqlQuickstart;

namespace Quickstart.Benchmarks;

/// <summary>The kit's hand on a fresh table of people that the SQL connector reads.</summary>
public sealed class SqlHarness : IConnectorHarness, IWritesMany
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-sql-").FullName;
    private readonly PeopleDatabase _people;

    /// <summary>Makes the database.</summary>
    public SqlHarness() => _people = new PeopleDatabase(Path.Combine(_folder, "people.db"));

    /// <inheritdoc/>
    public ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) => new(SqlConnector.CreateFacade(_people.Configuration));

    /// <inheritdoc/>
    public ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation)
    {
        _people.Execute("INSERT INTO person (id, login, mail, enabled) VALUES (@id, @login, @mail, @enabled)", Values(draft.Key, draft));
        return new(draft.Key);
    }

    /// <inheritdoc/>
    public ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation)
    {
        _people.Execute("UPDATE person SET login = @login, mail = @mail, enabled = @enabled WHERE id = @id", Values(uid.Value, draft));
        return new(uid);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
    {
        _people.Execute("DELETE FROM person WHERE id = @id", ("@id", uid.Value));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation) => new(_people.Query(
        "SELECT id, login, mail, enabled FROM person",
        row => ConnectorObject.Build(objectClass, row.GetString(0), row.GetString(1))
            .Set("mail", row.IsDBNull(2) ? null : row.GetString(2))
            .Set(AttributeNames.Enabled, row.GetBoolean(3))
            .Build()));

    /// <inheritdoc/>
    public ValueTask WriteManyAsync(ObjectClass objectClass, int count, CancellationToken cancellation)
    {
        _people.Execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
            INSERT INTO person (id, login, mail) SELECT printf('p%07d', i), 'login' || i, 'login' || i || '@people.example' FROM n
            """,
            ("@count", count));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static (string Name, object? Value)[] Values(string id, ObjectDraft draft) =>
        [("@id", id), ("@login", draft.Name.Value), ("@mail", draft["mail"]), ("@enabled", draft[AttributeNames.Enabled] is not false)];
}
