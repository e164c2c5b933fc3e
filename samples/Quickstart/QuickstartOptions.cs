using System.Globalization;

namespace Quickstart;

/// <summary>What the command line asks for.</summary>
internal sealed record QuickstartOptions
{
    public const string Usage = """
        Watch changes flow from an HR database through a connector into a mirror.

        Usage: dotnet run --project samples/Quickstart -- [options]

          --data DIR       folder of the database and the mirror (default: a folder for applications' data of your account)
          --changes N      how many changes a second connection writes meanwhile (default 400)
          --seconds S      how long it takes over them, 0 for at once (default 4)
          --seed N         which changes it writes (default: other ones in each run)
          --people N       how many people are invented for a new database (default 3000)
          --shape SHAPE    which connector reads the database: iterator (default), handler or page
          --help           this text

        Run it again, or kill it and run it again: it goes on where it was.
        Ends with 0 if nothing was lost and nothing invented, 1 if something was, 2 if it could not run.
        """;

    public string Data { get; init; } = DefaultData();

    public int Changes { get; init; } = 400;

    public double Seconds { get; init; } = 4;

    public int? Seed { get; init; }

    public int People { get; init; } = 3000;

    public string Shape { get; init; } = "iterator";

    public bool Help { get; init; }

    /// <exception cref="FormatException">An argument is unknown, or its value is missing or wrong.</exception>
    public static QuickstartOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new QuickstartOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            options = name switch
            {
                "--help" or "-h" => options with { Help = true },
                "--data" => options with { Data = Path.GetFullPath(Value()) },
                "--changes" => options with { Changes = Number(Value(), 1_000_000) },
                "--seconds" => options with { Seconds = Number(Value(), 86_400) },
                "--seed" => options with { Seed = Number(Value(), int.MaxValue) },
                "--people" => options with { People = Number(Value(), 1_000_000) },
                "--shape" => options with { Shape = Value() is "iterator" or "handler" or "page" ? arguments[i] : throw new FormatException($"--shape takes iterator, handler or page, not '{arguments[i]}'.") },
                _ => throw new FormatException($"There is no option '{name}'."),
            };

            string Value() => i + 1 < arguments.Count && arguments[i + 1].Length > 0 ? arguments[++i] : throw new FormatException($"{name} needs a value.");

            int Number(string text, int limit) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= limit
                ? number
                : throw new FormatException($"{name} takes a whole number from 0 to {limit}, not '{text}'.");
        }

        return options;
    }

    private static string DefaultData() => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
        ? Path.Combine(folder, "sluice-quickstart")
        : Path.GetFullPath("quickstart-data");
}
