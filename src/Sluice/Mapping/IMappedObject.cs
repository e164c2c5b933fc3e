namespace Sluice;

/// <summary>An object of an annotated type; implemented by the generated half.</summary>
public interface IMappedObject
{
    /// <summary>The value of the member annotated with <see cref="UidAttribute"/>.</summary>
    Uid Uid { get; }
}
