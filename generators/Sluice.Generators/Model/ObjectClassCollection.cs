namespace Sluice.Generators.Model;

/// <summary>The list types of multi-valued attributes.</summary>
internal enum ObjectClassCollection
{
    /// <summary>A single value.</summary>
    None,

    /// <summary>An array, or an interface that an array implements.</summary>
    Array,

    /// <summary><c>List&lt;T&gt;</c>.</summary>
    List,

    /// <summary><c>ImmutableArray&lt;T&gt;</c>.</summary>
    ImmutableArray,
}
