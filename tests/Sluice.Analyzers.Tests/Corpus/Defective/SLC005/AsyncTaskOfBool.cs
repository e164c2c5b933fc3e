using Sluice;

namespace Corpus.Slc005.AsyncTaskOfBool;

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login);

public interface IApi
{
    Task<HttpResponseMessage> DeleteAsync(string uid, CancellationToken cancellation);
}

[Connector("slc005-async-task-of-bool")]
public sealed partial class HrConnector(IApi api)
{
    [Delete<Person>]
    public async Task<bool> {|SLC005:DeleteAsync|}(string uid, CancellationToken cancellation)
    {
        using var response = await api.DeleteAsync(uid, cancellation);
        return response.IsSuccessStatusCode;
    }
}
