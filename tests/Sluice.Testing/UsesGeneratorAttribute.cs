using Microsoft.CodeAnalysis;

namespace Sluice.Testing;

/// <summary>Names a generator that runs in all tests of an assembly unless a test says otherwise.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public abstract class UsesGeneratorAttribute : Attribute
{
    /// <summary>A fresh generator.</summary>
    public abstract IIncrementalGenerator Create();
}

/// <inheritdoc/>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class UsesGeneratorAttribute<TGenerator> : UsesGeneratorAttribute
    where TGenerator : IIncrementalGenerator, new()
{
    /// <inheritdoc/>
    public override IIncrementalGenerator Create() => new TGenerator();
}
