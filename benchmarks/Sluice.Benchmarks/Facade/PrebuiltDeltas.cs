namespace Sluice.Benchmarks;

/// <summary>
/// Deltas that are ready before a run, so that what remains is the cost of the facade. It is also the provider that hands them
/// to the connectors.
/// </summary>
public sealed class PrebuiltDeltas : IServiceProvider
{
    // The figures are about deltas, not about the memory that a million objects take.
    private const int Objects = 1024;

    /// <summary>Makes deltas.</summary>
    /// <param name="count">How many.</param>
    /// <param name="batch">How many a page has, and after how many an asynchronous source waits.</param>
    public PrebuiltDeltas(int count, int batch = 100)
    {
        Batch = batch;
        Typed = new SyncDelta<Person>[count];
        Untyped = new SyncDelta[count];
        for (var i = 0; i < count; i++)
        {
            var token = i + 1L;
            Typed[i] = SyncDelta.CreateOrUpdate(token, i < Objects ? Person.Number(i) : Typed[i - Objects].Object!);
            Untyped[i] = SyncDelta.CreateOrUpdate(token, i < Objects ? Device(i) : Untyped[i - Objects].Object!);
        }

        Pages = new SyncPage<Person>[(count + batch - 1) / batch];
        for (var i = 0; i < Pages.Length; i++)
        {
            var end = Math.Min(count, (i + 1) * batch);
            Pages[i] = new(Typed[(i * batch)..end], (long)end, hasMore: end < count);
        }
    }

    public int Batch { get; }

    public SyncDelta<Person>[] Typed { get; }

    public SyncDelta[] Untyped { get; }

    public SyncPage<Person>[] Pages { get; }

    /// <summary>The page that follows a position at the end of a page.</summary>
    public SyncPage<Person> PageAfter(long? after) => Pages[(int)((after ?? 0) / Batch)];

    public object? GetService(Type serviceType) => serviceType == typeof(PrebuiltDeltas) ? this : null;

    private static ConnectorObject Device(int number)
    {
        var person = Person.Number(number);
        return ConnectorObject.Build(Devices.Shape, person.Id, person.Login)
            .Set("mail", person.Mail).Set("givenName", person.GivenName).Set("familyName", person.FamilyName)
            .Set("telephone", person.Telephone).Set("department", person.Department).Set("employeeNumber", person.EmployeeNumber)
            .Build();
    }
}
