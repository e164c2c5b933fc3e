namespace Sluice;

/// <summary>Who enforces a sync law, at the earliest place where it can be decided.</summary>
[Flags]
#if NETSTANDARD2_0
// Linked into the analyzers, where it stays internal: a test that sees both assemblies must not see two public types of one name.
internal
#else
public
#endif
enum LawEnforcers
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>An analyzer that speaks only when it is certain.</summary>
    Analyzer = 1,

    /// <summary>An analyzer that may be wrong, and says so on the law's page.</summary>
    Heuristic = 2,

    /// <summary>The generated facade, at run time.</summary>
    Guard = 4,

    /// <summary>The contract kit, against the real system.</summary>
    Kit = 8,

    /// <summary>A code fix comes with the analyzer.</summary>
    HasFix = 16,
}
