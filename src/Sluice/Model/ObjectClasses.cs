namespace Sluice;

/// <summary>The well-known object class names, as constants for annotations.</summary>
public static class ObjectClasses
{
    /// <summary>A person's or a service's account.</summary>
    public const string Account = "__ACCOUNT__";

    /// <summary>A group that accounts are members of.</summary>
    public const string Group = "__GROUP__";

    /// <summary>Every object class of a connector at once; the class of no object.</summary>
    public const string All = "__ALL__";
}
