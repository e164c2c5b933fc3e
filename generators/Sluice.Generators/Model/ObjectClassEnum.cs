using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>An enum that attributes hold by its names.</summary>
/// <param name="TypeName">The C# type.</param>
/// <param name="Parser">The name of the generated method from text to value.</param>
/// <param name="Names">One name per value, as declared.</param>
internal sealed record ObjectClassEnum(string TypeName, string Parser, EquatableArray<string> Names);
