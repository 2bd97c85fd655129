
# coding: utf-8

# In[1]:


import io

import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


# Four gauges along the river, one year of daily levels (simulated: a wave in
# spring, some rain, a slow fall).

# In[2]:


rng = np.random.default_rng(2024)
days = np.arange(365)
names = ["Source", "Mill", "Bridge", "Mouth"]

def simulate(delay, scale):
    spring = np.exp(-((days - 95 - delay) / 25.0) ** 2)
    rain = rng.gamma(0.3, 0.4, size=days.size)
    smooth = np.convolve(rain, np.ones(7) / 7, mode="same")
    return scale * (0.4 + spring + smooth)

levels = {name: simulate(delay=3 * i, scale=1 + 0.5 * i) for i, name in enumerate(names)}


# In[3]:


def running_mean(x, width=15):
    pad = np.pad(x, width // 2, mode="edge")
    return np.convolve(pad, np.ones(width) / width, mode="valid")

peaks = {name: int(days[running_mean(level).argmax()]) for name, level in levels.items()}
peaks


# In[4]:


def draw(levels, title):
    fig, axes = plt.subplots(2, 2, figsize=(8, 5), sharex=True)
    for i, (name, level) in enumerate(levels.items()):
        ax = axes[i]
        ax.plot(days, level, lw=0.5, color="0.7")
        ax.plot(days, running_mean(level), color="C0", label=name)
        ax.axvline(peaks[name], color="C3", ls="--")
        ax.set_title(name)
        ax.set_ylim(bottom=0)
    fig.suptitle(title)
    fig.tight_layout()
    return fig

fig = draw(levels, "Levels at four gauges")


# In[5]:


buffer = io.BytesIO()
fig.savefig(buffer, format="png", dpi=60)
print("panels:", [ax.get_title() for ax in fig.axes])
print("lines per panel:", sorted({len(ax.lines) for ax in fig.axes}))
print("picture is a PNG:", buffer.getvalue()[1:4] == b"PNG")
