using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.ObjectClassWithEverything;

public enum Employment
{
    Permanent,
    Temporary,
    External,
}

public abstract class Entry
{
    [Uid]
    public required Guid Id { get; init; }

    [ObjectAttribute("createdAt", NotCreatable = true, NotUpdateable = true)]
    public DateTimeOffset? Created { get; init; }
}

[ObjectClass(ObjectClasses.Account, Description = "Somebody who works here")]
public sealed partial class Person : Entry
{
    [Name]
    public required string Login { get; init; }

    [ObjectAttribute("mail", Description = "Where to write to")]
    public string? Mail { get; set; }

    public Employment Employment { get; init; }

    public ImmutableArray<string> Roles { get; init; } = [];

    public IReadOnlyList<int>? CostCentres { get; init; }

    public DateOnly? Born { get; init; }

    public decimal? Salary { get; init; }

    public byte[]? Photo { get; init; }

    [Enabled]
    public bool Active { get; init; } = true;

    [Password]
    public GuardedString? Password { get; init; }

    [ObjectAttribute(AttributeNames.Groups)]
    public IReadOnlyList<string> Groups { get; init; } = [];

    [Ignore]
    public Person? Manager { get; init; }

    public override string ToString() => $"{Login} ({Employment})";
}

public interface IPeople
{
    ValueTask<bool> AnyAsync(CancellationToken cancellation);

    IAsyncEnumerable<(bool Done, Person Person)> ReadAsync(bool? done, CancellationToken cancellation);
}

/// <summary>A source that can be read once: the position is whether it was.</summary>
[Connector("corpus-object-class-with-everything")]
internal sealed partial class PeopleConnector(IPeople people)
{
    [LatestSyncToken<Person>]
    private async ValueTask<bool?> LatestAsync(CancellationToken cancellation) => await people.AnyAsync(cancellation);

    [Sync<Person>]
    private async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(bool? done, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (isDone, person) in people.ReadAsync(done, cancellation))
            yield return SyncDelta.Create(isDone, person);
    }
}
