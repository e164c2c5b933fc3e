namespace Sluice.Analyzers.Flow;

/// <summary>What is known of a value at one point of one path.</summary>
/// <param name="Kind">How much is known.</param>
/// <param name="Constant">The value, where it is known; integers and enum members as <see cref="long"/>.</param>
/// <param name="DependsOnAnswer">
/// Whether the handler's answer decided what the value is. Where such a value is unknown, a path cannot be trusted to be one
/// that really takes place.
/// </param>
internal readonly record struct FlowValue(FlowValueKind Kind, object? Constant = null, bool DependsOnAnswer = false)
{
    public static FlowValue Unknown => default;
    public static FlowValue Null => new(FlowValueKind.Constant);
    public static FlowValue NotNull => new(FlowValueKind.NotNull);
    public static FlowValue Handler => new(FlowValueKind.Handler);

    public bool IsHandler => Kind == FlowValueKind.Handler;

    /// <summary>The value as a condition: true, false, or not known.</summary>
    public bool? Truth => Kind == FlowValueKind.Constant && Constant is bool value ? value : null;

    /// <summary>Whether the value is null, where that is known.</summary>
    public bool? IsNull => Kind switch
    {
        FlowValueKind.Unknown => null,
        FlowValueKind.Constant => Constant is null,
        _ => false,
    };

    public static FlowValue Of(bool value) => new(FlowValueKind.Constant, value);

    public static FlowValue Of(bool? value) => value is { } known ? Of(known) : Unknown;

    public static FlowValue OfConstant(object? value) => new(FlowValueKind.Constant, value switch
    {
        sbyte number => (long)number,
        byte number => (long)number,
        short number => (long)number,
        ushort number => (long)number,
        int number => (long)number,
        uint number => (long)number,
        char number => (long)number,
        _ => value,
    });

    /// <summary>Whether the value is this constant, where that is known.</summary>
    public bool? Is(object? constant) => Kind switch
    {
        FlowValueKind.Constant => Equals(Constant, constant),
        FlowValueKind.OneOf => ((ConstantSet)Constant!).Contains(constant) ? null : false,
        _ => IsNull == false && constant is null ? false : null,
    };

    /// <summary>The value, now that it is known not to be this constant.</summary>
    public FlowValue Without(object? constant)
    {
        if (Kind != FlowValueKind.OneOf)
            return this;
        var rest = ((ConstantSet)Constant!).Without(constant);
        return new(rest is ConstantSet ? FlowValueKind.OneOf : FlowValueKind.Constant, rest, DependsOnAnswer);
    }

    public FlowValue DependingOnAnswer(bool depends = true) => depends && !DependsOnAnswer ? this with { DependsOnAnswer = true } : this;

    /// <summary>What two paths that meet have in common.</summary>
    public FlowValue Join(FlowValue other)
    {
        if (Equals(other))
            return this;
        var depends = DependsOnAnswer || other.DependsOnAnswer;
        if (Kind == other.Kind && Equals(Constant, other.Constant))
            return DependingOnAnswer(depends);
        if (Kind is FlowValueKind.Constant or FlowValueKind.OneOf && other.Kind is FlowValueKind.Constant or FlowValueKind.OneOf && ConstantSet.Union(Constant, other.Constant) is { } either)
            return new(FlowValueKind.OneOf, either, depends);
        return (IsNull == false && other.IsNull == false ? NotNull : Unknown).DependingOnAnswer(depends);
    }
}
