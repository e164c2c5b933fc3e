namespace Sluice.TestKit;

/// <summary>An object that the kit wrote.</summary>
internal sealed class NativeObject(ObjectDraft draft, Uid uid)
{
    public ObjectClass ObjectClass => Draft.ObjectClass;

    public ObjectDraft Draft { get; set; } = draft;

    public Uid Uid
    {
        get;
        set
        {
            field = value;
            Uids.Add(value);
        }
    } = uid;

    /// <summary>Every uid that it had: a system that chooses them gives another one when the object is created again.</summary>
    public HashSet<Uid> Uids { get; } = [uid];

    public int Revision { get; set; }

    public int Renames { get; set; }

    public bool IsLive { get; set; } = true;

    public override string ToString() => $"{ObjectClass} uid '{Uid}' name '{Draft.Name}'";
}
