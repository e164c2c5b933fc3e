namespace Sluice.Generators.Model;

/// <summary>How the nested class with the attribute names is declared.</summary>
internal enum ObjectClassConstants
{
    /// <summary>Not at all: the user has a member of that name.</summary>
    None,

    /// <summary>As a new name.</summary>
    Declared,

    /// <summary>In place of the one that a base type has.</summary>
    Hiding,
}
