namespace Sluice;

/// <summary>The annotated method answers the schema where only the system knows it; otherwise the schema comes from the annotated types.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchemaAttribute : Attribute;
