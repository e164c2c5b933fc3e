using System.Diagnostics;
using System.Globalization;
using Sluice.Benchmarks.Start;

// `empty` ends at once, `instruments` makes what any library makes that can be watched, anything else gets one delta through a new
// facade. All write how many microseconds Main took.
var start = Stopwatch.GetTimestamp();
if (args is ["instruments"])
    Instruments.Create();
else if (args is not ["empty"])
    FirstDelta.Deliver();
Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMicroseconds.ToString("0", CultureInfo.InvariantCulture));
