using System.Globalization;

namespace Sluice.TestKit;

/// <summary>Tokens are the same whatever the culture of the process, and large change numbers keep their precision.</summary>
internal sealed class InvariantToken : IContractLaw
{
    public string Id => SyncLawIds.Slc213InvariantToken;

    public async Task ProveAsync(LawContext context)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var scenario = await Scenario.TellAsync(context).ConfigureAwait(false);
            var mark = context.Story.Mark();
            foreach (var culture in Cultures())
            {
                context.Story.Rewind(mark);
                context.Story.Add(StoryStepKind.Note, $"the process's culture is {(culture.Name.Length == 0 ? "one with other signs and separators" : culture.Name)} from now on");
                CultureInfo.CurrentCulture = culture;
                var run = await context.DrainAsync(scenario.Start).ConfigureAwait(false);
                scenario.CheckRest(run.Deltas, 0, 0, "A run in another culture");
                if (Enumerable.Range(0, scenario.Count).FirstOrDefault(index => run.Deltas[index].Token != scenario.Deltas[index].Token, -1) is var other and >= 0)
                    throw LawContext.Broken($"In another culture the token of uid '{run.Deltas[other].Uid}' is {run.Deltas[other].Token} instead of {scenario.Deltas[other].Token}.");
                foreach (var index in Enumerable.Range(0, scenario.Count))
                {
                    var rest = await context.DrainAsync(SyncPosition.After(scenario.Deltas[index].Token)).ConfigureAwait(false);
                    scenario.CheckRest(rest.Deltas, scenario.EarliestAfter(index + 1), scenario.GroupEnd(index), $"A run in another culture from {rest.From}");
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        if (context.Has<INumbersChanges>(out var numbers))
        {
            foreach (var next in new[] { int.MaxValue - 1L, (1L << 53) - 1 })
                await LargeNumbersAsync(context, numbers, next).ConfigureAwait(false);
        }
    }

    private static async Task LargeNumbersAsync(LawContext context, INumbersChanges numbers, long next)
    {
        await context.HarnessAsync("NumberFromAsync", c => numbers.NumberFromAsync(next, c)).ConfigureAwait(false);
        context.Story.Add(StoryStepKind.Source, string.Create(CultureInfo.InvariantCulture, $"the next change is number {next}"));
        var scenario = await Scenario.BeginAsync(context, 1).ConfigureAwait(false);
        await context.Native.CreateAsync(4).ConfigureAwait(false);
        await scenario.ReadAsync().ConfigureAwait(false);
        for (var index = 0; index < scenario.Count; index++)
        {
            var rest = await context.DrainAsync(SyncPosition.After(scenario.Deltas[index].Token)).ConfigureAwait(false);
            scenario.CheckRest(rest.Deltas, scenario.EarliestAfter(index + 1), scenario.GroupEnd(index), $"With large change numbers a run from {rest.From}");
        }
    }

    private static List<CultureInfo> Cultures()
    {
        var cultures = new List<CultureInfo>();
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "~";
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NumberGroupSeparator = ".";
        strange.DateTimeFormat.DateSeparator = ".";
        strange.DateTimeFormat.TimeSeparator = ".";
        strange.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        strange.DateTimeFormat.LongTimePattern = "HH.mm.ss";
        cultures.Add(strange);
        foreach (var name in new[] { "tr-TR", "th-TH", "ar-SA" })
        {
            try
            {
                cultures.Add(CultureInfo.GetCultureInfo(name));
            }
            catch (CultureNotFoundException)
            {
                // A process without culture data knows no other culture anyway.
            }
        }

        return cultures;
    }
}
