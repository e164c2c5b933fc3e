namespace Sluice;

/// <summary>What happened to an object.</summary>
public enum SyncDeltaType : byte
{
    /// <summary>Not set: the default of a delta that no factory made (SLC404).</summary>
    None,

    /// <summary>The object was created.</summary>
    Create,

    /// <summary>The object was changed.</summary>
    Update,

    /// <summary>The object was deleted.</summary>
    Delete,

    /// <summary>The object was created or changed; the source cannot tell which.</summary>
    CreateOrUpdate,
}
