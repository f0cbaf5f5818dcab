// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/media_devices.h"

#include "call/media_handles.h"

#include <gst/gst.h>
#include <map>
#include <mutex>

namespace chevet::test {
namespace {

struct CameraState
{
    TestCamera camera = TestCamera::Red;
    GstDevice* device = nullptr;
    GWeakRef running{};

    CameraState() = default;
    CameraState(const CameraState&) = delete;
    CameraState& operator=(const CameraState&) = delete;
    ~CameraState() { g_weak_ref_clear(&running); } // or the element writes here when it ends
};

std::mutex mutex;
std::map<std::string, CameraState>& cameras()
{
    static std::map<std::string, CameraState> all;
    return all;
}

struct TestDevice
{
    GstDevice parent;
    std::string* socket;
};
struct TestDeviceClass
{
    GstDeviceClass parent;
};
struct TestProvider
{
    GstDeviceProvider parent;
};
struct TestProviderClass
{
    GstDeviceProviderClass parent;
};

TestProvider* running = nullptr;

GstElement* createElement(GstDevice* device, const gchar* name)
{
    const std::scoped_lock lock(mutex);
    auto& camera = cameras()[*reinterpret_cast<TestDevice*>(device)->socket];
    if (camera.camera == TestCamera::Busy) {
        auto* busy = gst_element_factory_make("v4l2src", name);
        g_object_set(busy, "device", "/nonexistent/video", nullptr);
        return busy;
    }
    if (camera.camera == TestCamera::Microphone) {
        auto* voice = gst_element_factory_make("audiotestsrc", name);
        gst_util_set_object_arg(G_OBJECT(voice), "wave", "ticks");
        g_object_set(voice, "is-live", TRUE, nullptr);
        return voice;
    }
    auto* element = gst_element_factory_make("videotestsrc", name);
    gst_util_set_object_arg(G_OBJECT(element), "pattern", camera.camera == TestCamera::Red ? "red" : "green");
    g_object_set(element, "is-live", TRUE, nullptr);
    g_weak_ref_set(&camera.running, element);
    return element;
}

void finalizeDevice(GObject* object)
{
    delete reinterpret_cast<TestDevice*>(object)->socket;
    G_OBJECT_CLASS(g_type_class_peek(GST_TYPE_DEVICE))->finalize(object);
}

GType deviceType()
{
    static const auto type = g_type_register_static_simple(
        GST_TYPE_DEVICE, "ChevetTestDevice", sizeof(TestDeviceClass),
        [](gpointer kind, gpointer) {
            static_cast<TestDeviceClass*>(kind)->parent.create_element = createElement;
            G_OBJECT_CLASS(kind)->finalize = finalizeDevice;
        },
        sizeof(TestDevice), nullptr, GTypeFlags(0));
    return type;
}

GstDevice* makeDevice(const std::string& socket, TestCamera camera)
{
    const bool isMicrophone = camera == TestCamera::Microphone;
    const call::Held<GstCaps> caps(gst_caps_from_string(
        isMicrophone ? "audio/x-raw" : "video/x-raw,width=[16,1920],height=[16,1080],framerate=[0/1,60/1]"));
    auto* properties =
        gst_structure_new("test-proplist", "device.bus_path", G_TYPE_STRING, socket.c_str(), nullptr);
    auto* device = GST_DEVICE(g_object_new(deviceType(), "display-name", "Webcam", "device-class",
                                           isMicrophone ? "Audio/Source" : "Video/Source", "caps", caps.get(),
                                           "properties", properties, nullptr));
    gst_structure_free(properties);
    reinterpret_cast<TestDevice*>(device)->socket = new std::string(socket);
    return device;
}

gboolean startProvider(GstDeviceProvider* provider)
{
    const std::scoped_lock lock(mutex);
    running = reinterpret_cast<TestProvider*>(provider);
    for (auto& [socket, camera] : cameras()) {
        camera.device = makeDevice(socket, camera.camera);
        gst_device_provider_device_add(provider, camera.device);
    }
    return TRUE;
}

void stopProvider(GstDeviceProvider*)
{
    const std::scoped_lock lock(mutex);
    running = nullptr;
}

GType providerType()
{
    static const auto type = g_type_register_static_simple(
        GST_TYPE_DEVICE_PROVIDER, "ChevetTestProvider", sizeof(TestProviderClass),
        [](gpointer kind, gpointer) {
            auto* provider = &static_cast<TestProviderClass*>(kind)->parent;
            provider->start = startProvider;
            provider->stop = stopProvider;
            gst_device_provider_class_set_static_metadata(provider, "Test devices", "Source/Audio/Video",
                                                          "Plugged by a test", "Chevet");
        },
        sizeof(TestProvider), nullptr, GTypeFlags(0));
    return type;
}

} // namespace

void provideTestDevices()
{
    static const bool isDone =
        gst_device_provider_register(nullptr, "chevettestprovider", GST_RANK_PRIMARY, providerType()) == TRUE;
    (void)isDone;
}

void plugIn(const std::string& socket, TestCamera camera)
{
    const std::scoped_lock lock(mutex);
    auto& state = cameras()[socket];
    state.camera = camera;
    if (running != nullptr) {
        state.device = makeDevice(socket, camera);
        gst_device_provider_device_add(GST_DEVICE_PROVIDER(running), state.device);
    }
}

void pullOut(const std::string& socket)
{
    GstElement* element = nullptr;
    GstDevice* device = nullptr;
    GstDeviceProvider* provider = nullptr;
    {
        const std::scoped_lock lock(mutex);
        auto& state = cameras()[socket];
        element = static_cast<GstElement*>(g_weak_ref_get(&state.running));
        device = state.device;
        provider = running == nullptr ? nullptr : GST_DEVICE_PROVIDER(running);
        cameras().erase(socket);
    }
    if (element != nullptr) {
        GST_ELEMENT_ERROR(element, RESOURCE, READ, ("gone"), (nullptr));
        gst_object_unref(element);
    }
    if (provider != nullptr && device != nullptr) {
        gst_device_provider_device_remove(provider, device);
    }
}

} // namespace chevet::test
