using Sluice;
using Sluice.TestKit;

namespace Quickstart.Benchmarks;

/// <summary>The kit's hand on a fresh HR database: people only.</summary>
public sealed class HrHarness : IConnectorHarness, IWritesMany
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-quickstart-").FullName;
    private readonly Func<HrConfiguration, IServiceProvider?, FacadeSettings?, IConnectorFacade> _open;
    private readonly HrDatabase _hr;

    /// <summary>Makes the database.</summary>
    /// <param name="open">Opens the connector's facade.</param>
    public HrHarness(Func<HrConfiguration, IServiceProvider?, FacadeSettings?, IConnectorFacade> open)
    {
        _open = open;
        _hr = new HrDatabase(Path.Combine(_folder, "hr.db"));
        HrFile.Ensure(_hr.Path, people: 0, teams: 0, creating: static () => { });
    }

    /// <inheritdoc/>
    public ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) => new(_open(new HrConfiguration { DataSource = _hr.Path }, null, null));

    /// <inheritdoc/>
    public async ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) =>
        await _hr.People.CreateAsync(draft.To<Person>(draft.Key), cancellation);

    /// <inheritdoc/>
    public async ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation)
    {
        var patch = ObjectPatch.Build().Set(AttributeNames.Name, draft.Name.Value);
        foreach (var attribute in draft.Attributes)
        {
            if (attribute.Value is { } value)
                patch.Set(attribute.Name, value);
            else
                patch.Clear(attribute.Name);
        }

        await _hr.People.UpdateAsync(uid.Value, patch.Build(), cancellation);
        return uid;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation) => _hr.People.DeleteAsync(uid.Value, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        var people = new List<ConnectorObject>();
        await foreach (var person in _hr.People.SearchAsync(null, cancellation))
            people.Add(ObjectMapping.Of<Person>().ToConnectorObject(person));
        return people;
    }

    /// <inheritdoc/>
    public ValueTask WriteManyAsync(ObjectClass objectClass, int count, CancellationToken cancellation)
    {
        _hr.Write(connection =>
        {
            var invented = new InventedPeople(seed: 1);
            for (var number = 1; number <= count; number++)
                invented.AddPerson(connection, number);
            return count;
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
