using Sluice;

namespace Corpus.PartialOverFiles;

/// <summary>One connector, a file for each of its parts.</summary>
[Connector("corpus-partial-over-files", DisplayName = "Payroll", Description = "People and cost centres")]
public sealed partial class PayrollConnector(PayrollConfiguration configuration, IPayroll payroll) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(configuration.Connections);

    [TestConnection]
    public ValueTask TestAsync(CancellationToken cancellation) => payroll.PingAsync(cancellation);

    public ValueTask DisposeAsync()
    {
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }
}
// file: PayrollConnector.People.cs
using System.Runtime.CompilerServices;
using Sluice;

namespace Corpus.PartialOverFiles;

public sealed partial class PayrollConnector
{
    [LatestSyncToken<Employee>]
    public ValueTask<int?> LatestEmployeeAsync(CancellationToken cancellation) => payroll.NewestAsync("employee", cancellation);

    [Sync<Employee>(TokenGranularity.PerDelta)]
    public async IAsyncEnumerable<SyncDelta<Employee>> SyncEmployeesAsync(int? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (number, row) in payroll.ReadAsync("employee", after, cancellation))
            yield return row.Deleted ? SyncDelta.Delete<Employee>(number, row.Key) : SyncDelta.CreateOrUpdate(number, ToEmployee(row));
    }

    private static partial Employee ToEmployee(PayrollRow row);
}
// file: PayrollConnector.CostCentres.cs
using Sluice;

namespace Corpus.PartialOverFiles;

public sealed partial class PayrollConnector
{
    private static partial Employee ToEmployee(PayrollRow row) => new(row.Key, row.Label, row.CostCentre);

    [Search<CostCentre>]
    public async ValueTask<SearchPage<CostCentre>> SearchCostCentresAsync(Filter? filter, OperationOptions options, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var (rows, cookie) = await payroll.ListAsync("costcentre", options.PagingCookie, options.PageSize ?? 100, cancellation);
            return new([.. rows.Select(row => new CostCentre(row.Key, row.Label))], cookie);
        }
        finally
        {
            _gate.Release();
        }
    }
}
// file: Payroll.cs
using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.PartialOverFiles;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Employee([Uid] string Key, [Name] string Label, string? CostCentre);

[ObjectClass("costCentre")]
public sealed partial record CostCentre([Uid] string Key, [Name] string Label);

[ConnectorConfiguration]
public sealed partial class PayrollConfiguration
{
    [ConfigurationProperty(Order = 1), Range(1, 16)]
    public int Connections { get; set; } = 4;
}

public sealed record PayrollRow(string Key, string Label, string? CostCentre, bool Deleted);

public interface IPayroll
{
    ValueTask PingAsync(CancellationToken cancellation);

    ValueTask<int?> NewestAsync(string table, CancellationToken cancellation);

    IAsyncEnumerable<(int Number, PayrollRow Row)> ReadAsync(string table, int? after, CancellationToken cancellation);

    ValueTask<(IReadOnlyList<PayrollRow> Rows, string? Cookie)> ListAsync(string table, string? cookie, int count, CancellationToken cancellation);
}
