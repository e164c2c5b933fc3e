using Microsoft.Data.Sqlite;
using Quickstart;
using Sluice;

const int equal = 0, unequal = 1, failed = 2, interrupted = 130;

try
{
    var options = QuickstartOptions.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(QuickstartOptions.Usage);
        return equal;
    }

    using var interrupt = new CancellationTokenSource();
    Console.CancelKeyPress += (_, key) =>
    {
        key.Cancel = true;
        interrupt.Cancel();
    };
    using var run = new QuickstartRun(options, new Report(Console.Out, isScreen: !Console.IsOutputRedirected));
    return await run.RunAsync(interrupt.Token) ? equal : unequal;
}
catch (FormatException exception)
{
    Console.Error.WriteLine($"{exception.Message} --help tells what there is.");
    return failed;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted. The mirror is safe: the next run goes on from its position.");
    return interrupted;
}
catch (Exception exception) when (exception is ConnectorException or IOException or UnauthorizedAccessException or SqliteException)
{
    Console.Error.WriteLine(exception.Message);
    return failed;
}
