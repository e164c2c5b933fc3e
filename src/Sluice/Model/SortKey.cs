namespace Sluice;

/// <summary>One criterion of a sort order.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Ascending">Whether small values come first.</param>
public readonly record struct SortKey(string Attribute, bool Ascending = true);
