using System.Reflection;

namespace Sluice.Benchmarks.FrameworkLike;

/// <summary>The facade as frameworks of the field make it: a proxy that reaches the connector by reflection, for each call.</summary>
public class ReflectingProxy : DispatchProxy
{
    private object _target = null!;

    public static IFrameworkFacade Around(IFrameworkFacade target)
    {
        var proxy = Create<IFrameworkFacade, ReflectingProxy>();
        ((ReflectingProxy)(object)proxy)._target = target;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(_target, args);
}
