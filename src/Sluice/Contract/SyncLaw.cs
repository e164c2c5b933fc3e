namespace Sluice;

/// <summary>One law of the sync contract.</summary>
#if NETSTANDARD2_0
// Linked into the analyzers, where it stays internal: a test that sees both assemblies must not see two public types of one name.
internal
#else
public
#endif
sealed class SyncLaw
{
    internal SyncLaw(string id, string title, string consequence, LawEnforcers enforcers, LawEnforcers built)
    {
        Id = id;
        Title = title;
        Consequence = consequence;
        Enforcers = enforcers;
        Built = built;
    }

    /// <summary>The id, <c>SLC204</c>: stable for ever.</summary>
    public string Id { get; }

    /// <summary>The law in one sentence, without its full stop.</summary>
    public string Title { get; }

    /// <summary>What happens to somebody who breaks it.</summary>
    public string Consequence { get; }

    /// <summary>Who enforces it once everything is built.</summary>
    public LawEnforcers Enforcers { get; }

    /// <summary>Who enforces it already.</summary>
    public LawEnforcers Built { get; }

    /// <summary>Whether nobody enforces it yet.</summary>
    public bool IsPlanned => Built == LawEnforcers.None;

    /// <summary>The address of the law's page.</summary>
    public string HelpLink => SyncLaws.HelpLink(Id);

    /// <summary>The id and the law.</summary>
    public override string ToString() => Id + ": " + Title;
}
