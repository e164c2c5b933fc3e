namespace Sluice;

/// <summary>The annotated method answers the token of the newest change: a sync from it delivers only what comes later. Null means that there was no change yet.</summary>
/// <typeparam name="T">The type annotated with <see cref="ObjectClassAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LatestSyncTokenAttribute<T> : Attribute
    where T : class;
