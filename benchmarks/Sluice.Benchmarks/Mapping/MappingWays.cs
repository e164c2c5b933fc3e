namespace Sluice.Benchmarks;

/// <summary>One annotated object and every way to map it.</summary>
public abstract class MappingWays
{
    /// <summary>The ways of an object by its number of attributes.</summary>
    public static MappingWays Of(int attributes) => attributes switch
    {
        Subjects.Narrow => new MappingWays<Pair>(Pair.Number(7), HandMappings.Pair),
        Subjects.Usual => new MappingWays<Person>(Person.Number(7), HandMappings.Person),
        _ => new MappingWays<Profile>(Profile.Number(7), HandMappings.Profile),
    };

    public abstract ConnectorObject All();

    public abstract ConnectorObject Three();

    public abstract object Back();

    /// <summary>A whole delta, object included.</summary>
    public abstract SyncDelta Delta();

    public abstract HandMadeObject AllByHand();

    public abstract HandMadeObject ThreeByHand();

    public abstract object BackByHand();

    public abstract HandMadeDelta DeltaByHand();

    public abstract Dictionary<string, object?> AllAsDictionary();

    public abstract Dictionary<string, object?> ThreeAsDictionary();
}

/// <summary>The ways of one annotated type.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public sealed class MappingWays<T>(T subject, HandMapping<T> hand) : MappingWays
    where T : class, IMappedObject<T>
{
    private readonly ObjectMapping<T> _mapping = ObjectMapping.Of<T>();
    private readonly ObjectShape _three = ObjectMapping.Of<T>().Info.Shape.Project(Subjects.Three);
    private readonly ConnectorObject _object = ObjectMapping.Of<T>().ToConnectorObject(subject);
    private readonly HandMadeObject _byHand = hand.ToObject(subject);

    public override ConnectorObject All() => _mapping.ToConnectorObject(subject);

    public override ConnectorObject Three() => _mapping.ToConnectorObject(subject, _three);

    public override object Back() => _mapping.FromConnectorObject(_object);

    public override SyncDelta Delta() => SyncDelta.CreateOrUpdate(7L, _mapping.ToConnectorObject(subject));

    public override HandMadeObject AllByHand() => hand.ToObject(subject);

    public override HandMadeObject ThreeByHand() => hand.ToThree(subject);

    public override object BackByHand() => hand.FromObject(_byHand);

    public override HandMadeDelta DeltaByHand() => new(7L, SyncDeltaType.CreateOrUpdate, hand.ToObject(subject));

    public override Dictionary<string, object?> AllAsDictionary() => AsDictionary(hand.ToObject(subject));

    public override Dictionary<string, object?> ThreeAsDictionary() => AsDictionary(hand.ToThree(subject));

    private static Dictionary<string, object?> AsDictionary(HandMadeObject source)
    {
        var names = source.Shape.Names;
        var dictionary = new Dictionary<string, object?>(names.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
            dictionary[names[i]] = source.Values[i];
        return dictionary;
    }
}

/// <summary>A mapping as one writes it by hand.</summary>
/// <typeparam name="T">The mapped type.</typeparam>
public sealed record HandMapping<T>(Func<T, HandMadeObject> ToObject, Func<T, HandMadeObject> ToThree, Func<HandMadeObject, T> FromObject);
