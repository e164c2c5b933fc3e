using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Model;

/// <summary>How an object is made of attributes.</summary>
/// <param name="Arguments">The constructor's arguments, one per parameter.</param>
/// <param name="Initializers">Members set in the object initializer.</param>
/// <param name="Assignments">Members set afterwards, and only when the attribute is there: their own initializer says what holds otherwise.</param>
internal sealed record ObjectClassConstruction(
    EquatableArray<ObjectClassInput> Arguments,
    EquatableArray<ObjectClassInput> Initializers,
    EquatableArray<ObjectClassInput> Assignments);
