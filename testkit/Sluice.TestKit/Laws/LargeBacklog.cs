namespace Sluice.TestKit;

/// <summary>Writes a great many changes.</summary>
internal static class LargeBacklog
{
    public static Task WriteAsync(LawContext context, IWritesMany many, ObjectClass objectClass, int count)
    {
        context.Story.Add(StoryStepKind.Wrote, $"create {count} objects of {objectClass}");
        return context.HarnessAsync("WriteManyAsync", c => many.WriteManyAsync(objectClass, count, c));
    }
}
