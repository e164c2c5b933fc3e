using System.Globalization;

namespace Sluice.TestKit;

/// <summary>
/// Uids and names that somebody has somewhere. Objects that are called so arrive, are renamed and go; and as many tokens hold a uid, a run goes on
/// from each of them. What the source refuses, or keeps otherwise than it was written, is left in peace.
/// </summary>
internal static class UnusualNames
{
    // With a number each: unlike one another also where blanks, case or the form of accents do not count.
    private static readonly string[] Names =
    [
        " leading and trailing {0} ",
        "tab\tline\nend\r\n{0}",
        "d'Arc \"the {0}\"",
        "cn={0},ou=a\\,b+c;o=<x>#",
        "{0}/a\\b:c|d~e;f,g",
        "%41%2F{0}%_*?",
        "e\u0301 a\u030A {0}",
        "\u00E9 \u00E5 {0}",
        "\U0001F600 \U00020000 {0}",
        "\u0130\u0131\u00DF\u017F {0}",
        "\u202Eright to left\u202C {0}",
        "\u0416\u0443\u043A \u5F20\u4F1F {0}",
        "{{0}} $x @p :y {0}",
        "- {0}",
        "long {0} " + "abcdefghij".PadRight(500, 'z'),
        "long {0} " + "abcdefghij".PadRight(5000, 'z'),
    ];

    /// <summary>Writes such objects into a system of their own, and answers how many it took.</summary>
    public static async Task<int> ProveAsync(LawContext outer)
    {
        var context = await outer.OpenAnotherAsync().ConfigureAwait(false);
        await using var disposing = context.ConfigureAwait(false);
        context.Face = outer.Face;
        if (context.Face == Face.Synchronous)
            await context.FacadeAsync("GetSchemaAsync", context.Facade.GetSchemaAsync, null).ConfigureAwait(false);
        await context.Native.CreateAsync(context.Classes.Count).ConfigureAwait(false);
        var start = await context.LatestAsync().ConfigureAwait(false);
        var held = await context.Native.TruthAsync().ConfigureAwait(false);
        var written = new List<NativeObject>();
        foreach (var objectClass in context.Classes)
        {
            foreach (var name in Names)
            {
                if (await TryCreateAsync(context, objectClass, name).ConfigureAwait(false) is { } item)
                    written.Add(item);
            }
        }

        if (written.Count == 0)
            return 0;
        await ArriveAsync(context, start, held, "new objects with unusual names").ConfigureAwait(false);
        await ArriveAsync(context, SyncPosition.Beginning, new(), "objects with unusual names").ConfigureAwait(false);

        start = await context.LatestAsync().ConfigureAwait(false);
        held = await context.Native.TruthAsync().ConfigureAwait(false);
        for (var i = 0; i < written.Count; i++)
        {
            if (i % 2 == 0 && context.SeesDeletes)
                await context.Native.DeleteAsync(written[i]).ConfigureAwait(false);
            else
                await TryRenameAsync(context, written[i], Names[(i + 7) % Names.Length]).ConfigureAwait(false);
        }

        await ArriveAsync(context, start, held, "renames and deletes of objects with unusual names").ConfigureAwait(false);
        return written.Count;
    }

    private static Task<NativeObject?> TryCreateAsync(LawContext context, ObjectClass objectClass, string name) =>
        TryAsync(context, context.Native.Draft(objectClass), name, draft => context.Native.CreateAsync(draft.WithKey(draft.Name.Value)));

    private static Task<NativeObject?> TryRenameAsync(LawContext context, NativeObject item, string name) => TryAsync(context, item.Draft, name, async draft =>
    {
        await context.Native.WriteAsync(item, draft, "rename").ConfigureAwait(false);
        return item;
    });

    private static async Task<NativeObject?> TryAsync(LawContext context, ObjectDraft draft, string name, Func<ObjectDraft, Task<NativeObject>> writeAsync)
    {
        var text = string.Format(CultureInfo.InvariantCulture, name, draft.Number);
        context.IsForgiving = true;
        try
        {
            var item = await writeAsync(context.Fit(draft.With(AttributeNames.Name, text))).ConfigureAwait(false);
            var found = await context.HarnessAsync("ReadAsync", c => context.Harness.ReadAsync(item.ObjectClass, c)).ConfigureAwait(false);
            if (found.Any(one => one.Uid == item.Uid && one.Name == item.Draft.Name))
                return item;
            context.Story.Add(StoryStepKind.Note, $"the source keeps {ObjectComparison.Show(text)} otherwise");
            context.Native.Forget(item);
            return null;
        }
        catch (ProofEndedException ended) when (ended.Verdict == LawVerdict.HarnessFault)
        {
            context.Story.Add(StoryStepKind.Note, $"the source refuses {ObjectComparison.Show(text)} as a name");
            return null;
        }
        finally
        {
            context.IsForgiving = false;
        }
    }

    /// <summary>A whole run, and one that is stopped at each delta and goes on from the text of its position, bring what the source holds.</summary>
    private static async Task ArriveAsync(LawContext context, SyncPosition from, Mirror held, string what)
    {
        var mark = context.Story.Mark();
        var whole = await context.DrainAsync(from).ConfigureAwait(false);
        await context.ConvergedDeletesAsideAsync(held.Copy().Apply(whole.Deltas), $"After a run from {from} over {what}").ConfigureAwait(false);

        // The positions of a run are the same through each face.
        for (var index = 0; index < whole.Deltas.Count && context.Face == Face.Untyped; index++)
        {
            context.Story.Rewind(mark);
            var run = await context.StopAtAsync(from, index, SyncAnswer.AcceptAndStop).ConfigureAwait(false);
            var rest = await context.DrainAsync(SyncPosition.Parse(run.Position.ToString())).ConfigureAwait(false);
            await context.ConvergedDeletesAsideAsync(held.Copy().Apply(run.Accepted).Apply(rest.Deltas), $"A run over {what} stopped at {run.Position}. After a run from there").ConfigureAwait(false);
        }

        context.Story.Rewind(mark);
    }
}
