namespace Sluice.Analyzers.Flow;

/// <summary>How much is known of a value.</summary>
internal enum FlowValueKind : byte
{
    Unknown,
    Constant,
    NotNull,

    /// <summary>One of a <see cref="ConstantSet"/>.</summary>
    OneOf,

    /// <summary>The results handler, under whatever name and type.</summary>
    Handler,
}
