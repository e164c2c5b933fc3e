namespace Sluice.Generators.Model;

/// <summary>How a member's value becomes an attribute's.</summary>
internal enum ObjectClassConversion
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Through one of two shared boxes.</summary>
    SharedBox,

    /// <summary>The name of an enum's member.</summary>
    EnumName,

    /// <summary>The text inside <c>Sluice.Uid</c> or <c>Sluice.Name</c>.</summary>
    WrappedText,

    /// <summary>A Guid's text; for uids and names only.</summary>
    GuidText,

    /// <summary>An integer's text, invariant; for uids and names only.</summary>
    NumberText,
}
