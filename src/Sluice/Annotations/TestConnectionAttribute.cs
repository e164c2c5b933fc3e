namespace Sluice;

/// <summary>The annotated method checks that the system can be reached with this configuration; it throws where it cannot.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TestConnectionAttribute : Attribute;
