using System.Globalization;
using Sluice;
using Sluice.TestKit;

namespace SampleConnector.Tests;

/// <summary>
/// The sync laws, proven against a real change log: a test for each law and class. When the tests are done, the verdict card lies
/// beside them as PeopleContract.card.html. What the kit could not prove says which ability the harness would need for it.
/// </summary>
public sealed class PeopleContract : ConnectorContract
{
    public static IEnumerable<ObjectClass> ObjectClasses => [ObjectClass.Account];

    protected override Task<IConnectorHarness> CreateAsync(CancellationToken cancellation) => Task.FromResult<IConnectorHarness>(new PeopleHarness());
}

/// <summary>Writes and reads the change log around the connector. Replace it by what your system offers.</summary>
internal sealed class PeopleHarness : IConnectorHarness, IOpensTypedFaces
{
    private readonly string _changeLog = Path.GetTempFileName();
    private int _number;

    public ValueTask<IConnectorFacade> OpenAsync(CancellationToken cancellation) =>
        new(PeopleConnector.CreateFacade(new PeopleConfiguration { ChangeLog = _changeLog }));

    public TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass) => TypedFace.Of(((PeopleConnector.Facade)facade).Person);

    /// <summary>A line of the log holds no line end and no semicolon, and an empty field means: has none.</summary>
    public ObjectDraft Fit(ObjectDraft draft)
    {
        var mail = string.Concat((draft.Get<string>("mail") ?? "").Split(';', '\r', '\n'));
        return draft.With("mail", mail.Length == 0 ? null : mail);
    }

    public ValueTask<Uid> CreateAsync(ObjectDraft draft, CancellationToken cancellation) => WriteAsync(new Uid(draft.Key), draft);

    public ValueTask<Uid> ChangeAsync(Uid uid, ObjectDraft draft, CancellationToken cancellation) => WriteAsync(uid, draft);

    public ValueTask DeleteAsync(ObjectClass objectClass, Uid uid, CancellationToken cancellation)
    {
        Append($"delete;{uid}");
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ConnectorObject>> ReadAsync(ObjectClass objectClass, CancellationToken cancellation)
    {
        var people = new Dictionary<string, ConnectorObject>(StringComparer.Ordinal);
        foreach (var fields in File.ReadAllLines(_changeLog).Select(line => line.Split(';')))
        {
            people.Remove(fields[2]);
            if (fields[1] == "set")
            {
                people.Add(fields[2], ConnectorObject.Build(objectClass, fields[2], new Name(fields[3]))
                    .Set("mail", fields[4].Length == 0 ? null : fields[4])
                    .Set(AttributeNames.Enabled, bool.Parse(fields[5]))
                    .Build());
            }
        }

        return new([.. people.Values]);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_changeLog);
        return ValueTask.CompletedTask;
    }

    /// <summary>What a line cannot hold is refused, as your system refuses it: the kit tries unusual names too (SLC917).</summary>
    private ValueTask<Uid> WriteAsync(Uid uid, ObjectDraft draft)
    {
        if ((uid.Value + draft.Name.Value).AsSpan().IndexOfAny(";\r\n") >= 0)
            throw new ArgumentException("A line of the log holds no line end and no semicolon.", nameof(draft));
        Append($"set;{uid};{draft.Name};{draft.Get<string>("mail")};{draft.Get<bool>(AttributeNames.Enabled)}");
        return new(uid);
    }

    private void Append(string change)
    {
        using var log = new StreamWriter(new FileStream(_changeLog, FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
        log.Write(string.Create(CultureInfo.InvariantCulture, $"{++_number};{change}\n"));
    }
}
