using System.Globalization;

namespace Sluice.BuildCost;

/// <summary>How much is measured.</summary>
/// <param name="Connectors">The size of the project.</param>
/// <param name="Pairs">How often both are built.</param>
internal sealed record Options(int Connectors, int Pairs)
{
    /// <summary>The options of a command line; null, with a word to the user, where it is not understood.</summary>
    public static Options? Parse(string[] args)
    {
        var options = new Options(Connectors: 1000, Pairs: 5);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return Complain();
            switch (args[i])
            {
                case "--connectors":
                    options = options with { Connectors = number };
                    break;
                case "--pairs":
                    options = options with { Pairs = number };
                    break;
                default:
                    return Complain();
            }
        }

        return options;
    }

    private static Options? Complain()
    {
        Console.Error.WriteLine("usage: Sluice.BuildCost [--connectors 1000] [--pairs 5]");
        return null;
    }
}
