using System.Globalization;
using System.Text;

namespace Sluice.TestKit;

/// <summary>What the source holds arrives unchanged, however unusual it is: values here, <see cref="UnusualNames"/> there.</summary>
internal sealed class UnusualValuesArrive : IContractLaw
{
    private static readonly string[] Texts =
    [
        "",
        " leading and trailing ",
        "e\u0301 a\u030A \u1100\u1161",
        "\U0001F600 \U00020000",
        "\u0130\u0131\u00DF\u017F\uFB01",
        "\u202Eright to left\u202C \u200B",
        "tab\tline\nreturn\r\n\u0001\u001F\u0085\u2028",
        "it's \"quoted\"; -- %_\\ <&> {0} $x @p ]]>",
        "Null",
        "0",
        "-1,5",
        new string('x', 4000),
        string.Concat(Enumerable.Repeat("\u00E4\u4E2D", 1500)),
    ];

    public string Id => SyncLawIds.Slc917UnusualValuesArrive;

    public bool ForEachFace => true;

    public async Task ProveAsync(LawContext context)
    {
        await context.Native.CreateAsync(context.Classes.Count).ConfigureAwait(false);
        var start = await context.LatestAsync().ConfigureAwait(false);
        var held = await context.Native.TruthAsync().ConfigureAwait(false);
        var written = 0;
        foreach (var item in context.Native.Live.ToList())
        {
            foreach (var attribute in Drafts.Writable(context.InfoOf(item.ObjectClass)).Where(Drafts.IsComparable))
            {
                foreach (var value in Values(attribute))
                    written += await TryWriteAsync(context, item.ObjectClass, attribute, value).ConfigureAwait(false);
            }
        }

        foreach (var (from, mirror) in new[] { (start, held), (SyncPosition.Beginning, new Mirror()) })
        {
            var mark = context.Story.Mark();
            var run = await context.DrainAsync(from).ConfigureAwait(false);
            await context.ConvergedAsync(mirror.Copy().Apply(run.Deltas), $"After a run from {from} over unusual values").ConfigureAwait(false);
            context.Story.Rewind(mark);
        }

        if (await UnusualNames.ProveAsync(context).ConfigureAwait(false) + written == 0)
            LawContext.NotApplicable("The source takes no unusual name, and the class has no attribute that could hold unusual values.");
    }

    /// <summary>A source that refuses a value is left in peace: what it does not hold, it need not deliver.</summary>
    private static async Task<int> TryWriteAsync(LawContext context, ObjectClass objectClass, ObjectAttributeInfo attribute, object? value)
    {
        context.IsForgiving = true;
        try
        {
            var draft = context.Fit(context.Native.Draft(objectClass).With(attribute.Name, value));
            await context.Native.CreateAsync(draft).ConfigureAwait(false);
            context.Story.Add(StoryStepKind.Note, $"... whose {attribute.Name} is {Show(value)}");
            return 1;
        }
        catch (ProofEndedException ended) when (ended.Verdict == LawVerdict.HarnessFault)
        {
            context.Story.Add(StoryStepKind.Note, $"the source refuses {Show(value)} as {attribute.Name}");
            return 0;
        }
        finally
        {
            context.IsForgiving = false;
        }
    }

    private static IEnumerable<object?> Values(ObjectAttributeInfo attribute)
    {
        IEnumerable<object> singles = attribute.Type switch
        {
            AttributeType.String when attribute.AllowedValues is { } allowed => allowed,
            AttributeType.String => Texts,
            AttributeType.Int32 => [int.MinValue, 0, int.MaxValue],
            AttributeType.Int64 => [long.MinValue, 0L, (1L << 53) + 1, long.MaxValue],
            AttributeType.Double => [0.1, -1e-300, 1e300, double.Epsilon],
            AttributeType.Decimal => [decimal.MinValue, 0m, 0.1m, 1234567890.123456789m],
            AttributeType.DateTimeOffset => [DateTimeOffset.UnixEpoch, new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 3, 28, 1, 30, 0, 123, TimeSpan.FromHours(2)), new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero)],
            AttributeType.Date => [new DateOnly(1, 1, 1), new DateOnly(2024, 2, 29), new DateOnly(9999, 12, 31)],
            AttributeType.Guid => [Guid.Empty, new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff")],
            AttributeType.Bytes => [Array.Empty<byte>(), Enumerable.Range(0, 256).Select(value => (byte)value).ToArray(), new byte[100_000]],
            _ => [true, false],
        };
        if (!attribute.IsMultiValued)
            return attribute.IsRequired ? singles : singles.Append(null);
        var all = singles.Distinct().ToArray();
        var many = attribute.Type == AttributeType.String && attribute.AllowedValues is null
            ? [.. Enumerable.Range(0, 300).Select(object (number) => string.Create(CultureInfo.InvariantCulture, $"value {number}"))]
            : all;
        return [.. all.Select(object? (value) => new[] { value }), many, Array.Empty<object>()];
    }

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        string text => ObjectComparison.Show(text),
        byte[] bytes => $"{bytes.Length} bytes",
        object[] { Length: > 3 } many => $"{many.Length} values",
        object[] values => values.Length == 0 ? "an empty list" : string.Join(", ", values.Select(Show)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => new StringBuilder().Append(value).ToString(),
    };
}
