using System.Globalization;
using Sluice.Benchmarks;

return args switch
{
    [RatioCommand.OneName, var name, var rounds] => RatioCommand.One(name, int.Parse(rounds, CultureInfo.InvariantCulture)),
    [RatioCommand.Name, .. var rest] => await RatioCommand.RunAsync(rest),
    [StartCommand.Name, .. var rest] => await StartCommand.RunAsync(rest),
    [MemoryCommand.Name, .. var rest] => MemoryCommand.Run(rest),
    _ => FamilyCommand.Run(args),
};
