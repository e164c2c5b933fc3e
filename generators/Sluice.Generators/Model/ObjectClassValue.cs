namespace Sluice.Generators.Model;

/// <summary>The type of a member or parameter.</summary>
/// <param name="AttributeType">The name in <c>Sluice.AttributeType</c>.</param>
/// <param name="TypeName">The C# type of one value that is not null.</param>
/// <param name="IsValueType">Whether that is a value type.</param>
/// <param name="IsNullable">Whether null is allowed, for a list as a whole.</param>
/// <param name="Conversion">How one value becomes the attribute's.</param>
/// <param name="Collection">Which kind of list it is, if it is one.</param>
internal sealed record ObjectClassValue(
    string AttributeType,
    string TypeName,
    bool IsValueType,
    bool IsNullable,
    ObjectClassConversion Conversion,
    ObjectClassCollection Collection);
