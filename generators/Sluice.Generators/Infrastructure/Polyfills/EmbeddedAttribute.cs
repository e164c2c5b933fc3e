namespace Microsoft.CodeAnalysis;

/// <summary>
/// Hides a polyfill from every other assembly, also from those that see our internals: a test project on a newer
/// framework would otherwise find each of these types twice.
/// </summary>
[Embedded]
[AttributeUsage(AttributeTargets.All, Inherited = false)]
internal sealed class EmbeddedAttribute : Attribute;
